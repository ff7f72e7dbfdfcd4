package dev.protection.samples.pages.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a person wrote to a page. */
@Entity
class Message {
    @Id
    long messageId;

    String clientId = "";

    long contactId;

    @Nullable
    String body;

    @Nullable
    String attachment;

    @Nullable
    LocalDateTime sentAt;

    protected Message() {}
}
