package dev.protection.samples.pages;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a person wrote to a page. */
@Entity
class Message {
    @Id
    long messageId;

    long contactId;

    @Nullable
    String body;

    @Nullable
    LocalDateTime sentAt;

    protected Message() {}
}
