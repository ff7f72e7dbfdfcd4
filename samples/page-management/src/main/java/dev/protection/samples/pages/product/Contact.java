package dev.protection.samples.pages.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody who wrote to a page. Fields are null when the person was erased. */
@Entity
@Table(name = "page_contact")
class Contact {
    @Id
    long contactId;

    String clientId = "";

    @Nullable
    String firstName;

    @Nullable
    String lastName;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    LocalDate birthDate;

    @Nullable
    String city;

    @Nullable
    LocalDateTime lastActiveAt;

    protected Contact() {}
}
