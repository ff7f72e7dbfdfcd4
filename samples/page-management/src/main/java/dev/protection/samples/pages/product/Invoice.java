package dev.protection.samples.pages.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person was billed for; a law keeps it. */
@Entity
class Invoice {
    @Id
    long invoiceId;

    long contactId;

    @Nullable
    String fullName;

    @Nullable
    String address;

    @Nullable
    BigDecimal amount;

    @Nullable
    LocalDate issuedOn;

    protected Invoice() {}
}
