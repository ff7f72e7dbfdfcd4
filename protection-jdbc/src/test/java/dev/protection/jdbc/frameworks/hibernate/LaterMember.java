package dev.protection.jdbc.frameworks.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The member of the next release: a column and an index more. */
@Entity
@Table(
        name = "Member",
        indexes = {@Index(name = "later_city", columnList = "city"), @Index(name = "later_phone", columnList = "phone")
        })
public class LaterMember {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    int version;

    @Column(nullable = false)
    String name = "";

    @Nullable
    String phone;

    @Nullable
    String city;

    boolean active;

    @Column(length = 40)
    @Nullable
    String language;

    @Override
    public String toString() {
        return "Member " + id + " " + name + " " + phone + " " + language;
    }
}
