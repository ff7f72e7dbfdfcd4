package dev.protection.samples.pages.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, who works for an agency, a client, a location or the product's own company. */
@Entity
class TeamMember {
    @Id
    long memberId;

    String clientId = "";

    String userName = "";

    String passwordHash = "";

    String role = "";

    @Nullable
    String fullName;

    @Nullable
    String email;

    @Nullable
    LocalDateTime lastSeenAt;

    protected TeamMember() {}
}
