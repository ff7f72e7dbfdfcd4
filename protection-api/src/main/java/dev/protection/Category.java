package dev.protection;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of personal data, such as a name, an e-mail address, health or a location.
 *
 * @param name the word used in declarations, lower case with dashes
 * @param iri the term of the W3C Data Privacy Vocabulary, or one of the host's own
 * @param special whether it is one of the special categories of Art. 9(1) GDPR
 */
public record Category(String name, String iri, boolean special) {
    /**
     * Checks the parts.
     *
     * @param name the word
     * @param iri the term
     * @param special whether it is special
     */
    public Category {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(iri, "iri");
    }

    /**
     * Returns a category that needs no declaration.
     *
     * @param name the word, for example {@code email-address}
     * @return empty when the name is not one of {@link #standardNames()}
     */
    public static Optional<Category> standard(String name) {
        return Optional.ofNullable(StandardCategories.ALL.get(name));
    }

    /**
     * Returns the names of the categories that need no declaration.
     *
     * @return all of them
     */
    public static Set<String> standardNames() {
        return StandardCategories.ALL.keySet();
    }
}
