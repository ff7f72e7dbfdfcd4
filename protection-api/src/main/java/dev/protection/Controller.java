package dev.protection;

import java.util.Objects;

/**
 * Who decides why and how the data is processed (Art. 4(7) GDPR).
 *
 * @param name the name of the company
 * @param contact where people and authorities write to, usually the data protection officer's address
 */
public record Controller(String name, String contact) {
    /**
     * Checks the parts.
     *
     * @param name the name
     * @param contact the address
     */
    public Controller {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contact, "contact");
    }
}
