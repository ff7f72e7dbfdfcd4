package dev.protection;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Why personal data is processed (Art. 5(1)(b) GDPR).
 *
 * @param name the word used in contexts and declarations
 * @param basis the legal basis
 * @param categories the categories it needs, and no others (minimisation, Art. 5(1)(c))
 * @param law the law that obliges, cited as the host would cite it; needed for a legal obligation
 * @param recipients to whom the data is disclosed (Art. 30(1)(d)); sorted, for their order means nothing
 * @param iri the DPV term of the purpose
 * @param keepAtLeast how long a law makes one keep the data, counted from the dataset's {@code since} column
 * @param whileRestricted why data of persons whose processing is restricted may be used for it (Art. 18(2)); empty when
 *     it may not
 * @param directMarketing whether it is direct marketing, to which an objection is absolute (Art. 21(2), (3))
 * @param consent how consents are looked after; counts where {@code basis} is consent
 */
public record Purpose(
        String name,
        LegalBasis basis,
        Set<String> categories,
        Optional<String> law,
        List<String> recipients,
        Optional<String> iri,
        Optional<Period> keepAtLeast,
        Optional<RestrictionGround> whileRestricted,
        boolean directMarketing,
        ConsentRule consent) {
    /**
     * Copies the parts.
     *
     * @param name the word
     * @param basis the legal basis
     * @param categories the categories needed
     * @param law the law
     * @param recipients the recipients
     * @param iri the term
     * @param keepAtLeast the duty to keep
     * @param whileRestricted the ground
     * @param directMarketing whether it is direct marketing
     * @param consent how consents are looked after
     */
    public Purpose {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(iri, "iri");
        Objects.requireNonNull(keepAtLeast, "keepAtLeast");
        Objects.requireNonNull(whileRestricted, "whileRestricted");
        Objects.requireNonNull(consent, "consent");
        categories = Set.copyOf(categories);
        recipients = recipients.stream().distinct().sorted().toList();
    }

    /**
     * Makes a purpose that restricted data may not be used for, and that is no direct marketing.
     *
     * @param name the word
     * @param basis the legal basis
     * @param categories the categories needed
     * @param law the law
     * @param recipients the recipients
     * @param iri the term
     * @param keepAtLeast the duty to keep
     */
    public Purpose(
            String name,
            LegalBasis basis,
            Set<String> categories,
            Optional<String> law,
            List<String> recipients,
            Optional<String> iri,
            Optional<Period> keepAtLeast) {
        this(name, basis, categories, law, recipients, iri, keepAtLeast, Optional.empty(), false, ConsentRule.DEFAULT);
    }

    /**
     * Returns a purpose without law, recipients, term and duty to keep.
     *
     * @param name the word
     * @param basis the legal basis
     * @param categories the categories it needs
     * @return the purpose
     */
    public static Purpose of(String name, LegalBasis basis, String... categories) {
        return new Purpose(
                name, basis, Set.of(categories), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this purpose with a duty to keep.
     *
     * @param law the law, cited
     * @param period how long
     * @return a copy
     */
    public Purpose keepAtLeast(String law, Period period) {
        return new Purpose(
                name,
                basis,
                categories,
                Optional.of(law),
                recipients,
                iri,
                Optional.of(period),
                whileRestricted,
                directMarketing,
                consent);
    }

    /**
     * Returns this purpose, for which data may be used although its processing is restricted (Art. 18(2) GDPR).
     *
     * @param ground why
     * @return a copy
     */
    public Purpose whileRestricted(RestrictionGround ground) {
        return new Purpose(
                name,
                basis,
                categories,
                law,
                recipients,
                iri,
                keepAtLeast,
                Optional.of(ground),
                directMarketing,
                consent);
    }

    /**
     * Returns this purpose as direct marketing.
     *
     * @return a copy
     */
    public Purpose asDirectMarketing() {
        return new Purpose(name, basis, categories, law, recipients, iri, keepAtLeast, whileRestricted, true, consent);
    }

    /**
     * Returns this purpose with another way of looking after consents.
     *
     * @param rule the way
     * @return a copy
     */
    public Purpose consent(ConsentRule rule) {
        return new Purpose(
                name, basis, categories, law, recipients, iri, keepAtLeast, whileRestricted, directMarketing, rule);
    }

    /**
     * Tells whether data of a person may be used for it only while the person consents (Art. 6(1)(a), 7 GDPR).
     *
     * @return whether consents are looked for here
     */
    public boolean needsConsent() {
        return basis == LegalBasis.CONSENT && !consent.elsewhere();
    }

    /**
     * Tells whether a person has the right to object to it (Art. 21(1), (2) GDPR).
     *
     * @return whether it is direct marketing, or rests on legitimate interests or a task in the public interest
     */
    public boolean objectable() {
        return directMarketing || basis == LegalBasis.LEGITIMATE_INTERESTS || basis == LegalBasis.PUBLIC_TASK;
    }
}
