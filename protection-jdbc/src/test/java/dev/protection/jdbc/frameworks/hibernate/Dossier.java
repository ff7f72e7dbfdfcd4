package dev.protection.jdbc.frameworks.hibernate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUID key, an embedded value. */
@Entity
public class Dossier {
    /** Where to. */
    @Embeddable
    public static class Address {
        @Nullable
        String street;

        @Nullable
        String town;
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Nullable
    UUID id;

    @Nullable
    String title;

    @Nullable
    String nationalId;

    @Embedded
    @Nullable
    Address address;

    static Dossier of(String title, String nationalId) {
        Dossier dossier = new Dossier();
        dossier.title = title;
        dossier.nationalId = nationalId;
        dossier.address = new Address();
        dossier.address.street = title + " street sentinel";
        dossier.address.town = "Oulu";
        return dossier;
    }

    @Override
    public String toString() {
        return "Dossier " + title + " " + nationalId + " " + (address == null ? null : address.street + address.town);
    }
}
