package dev.protection.jdbc.frameworks.hibernate;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.jspecify.annotations.Nullable;

/** All kinds in one table; keys are given by the program. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public class Contact {
    /** Somebody. */
    @Entity(name = "PersonContact")
    public static class PersonContact extends Contact {
        @Nullable
        String nickname;
    }

    /** A firm. */
    @Entity(name = "CompanyContact")
    public static class CompanyContact extends Contact {
        @Nullable
        String branch;
    }

    @Id
    int id;

    @Nullable
    String fullName;

    static PersonContact person(int id, String fullName, String nickname) {
        PersonContact person = new PersonContact();
        person.id = id;
        person.fullName = fullName;
        person.nickname = nickname;
        return person;
    }

    static CompanyContact company(int id, String fullName, String branch) {
        CompanyContact company = new CompanyContact();
        company.id = id;
        company.fullName = fullName;
        company.branch = branch;
        return company;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + id + " " + fullName;
    }
}
