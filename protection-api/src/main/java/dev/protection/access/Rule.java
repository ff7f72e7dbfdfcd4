package dev.protection.access;

/** The rules one of which decides; named in records, so names stay for ever. */
public enum Rule {
    /** A grant of one of the actor's roles covers the action. */
    GRANTED("a grant covers it"),
    /** A grant covers it, but under the purpose the value is masked (Art. 5(1)(c) GDPR). */
    MASKED("a grant covers it, but under this purpose values of this category are masked"),
    /** The dataset is not held for the purpose (Art. 5(1)(b) GDPR). */
    PURPOSE_NOT_HELD("the dataset is not held for this purpose"),
    /** The actor has no role that the policy knows. */
    NO_KNOWN_ROLE("the actor has no role that the policy knows"),
    /** The actor has two roles that the policy keeps apart (separation of duties). */
    DUTIES_NOT_SEPARATED("the actor has two roles that nobody may have together"),
    /** No grant of the actor's roles allows the action for the purpose on the dataset. */
    NO_GRANT("no grant of the actor's roles allows this action for this purpose on this dataset"),
    /** Grants allow the action for the purpose, none of them the field's category. */
    CATEGORY_NOT_GRANTED("no grant of the actor's roles for this action and purpose opens this category"),
    /** The tenant the work is for lies outside the scope of the grants. */
    CONTEXT_TENANT_OUT_OF_SCOPE("the tenant the work is for lies outside the scope of the actor's grants"),
    /** The tenant whose data it is lies outside the scope of the grants. */
    TENANT_OUT_OF_SCOPE("the tenant whose data it is lies outside the scope of the actor's grants"),
    /** A grant that covers it no longer counts. */
    GRANT_LAPSED("the actor's grant for it has ended"),
    /** A grant that covers it counts at other hours. */
    OUTSIDE_HOURS("the actor's grant for it counts at other hours"),
    /** A grant that covers it does not count where the actor comes from. */
    NETWORK_NOT_ADMITTED("the actor's grant for it does not count for the network the actor comes from"),
    /** A grant that covers it needs the actor to sign in by more than one factor (Art. 32(1)(b) GDPR). */
    STRONG_AUTHENTICATION_NEEDED("the actor's grant for it needs strong authentication"),
    /** A grant that covers it counts in an emergency alone. */
    BREAK_GLASS_NEEDED("the actor's grant for it counts once the glass is broken, for a reason that is recorded"),
    /** A grant covers it, and a rule that overrides grants forbids it. */
    FORBIDDEN("it is forbidden, whatever is granted"),
    /** A processor was given no instruction for it by the tenant's controller (Art. 28(3)(a), 29 GDPR). */
    NO_INSTRUCTION("the controller of the tenant, for whom the data is processed, has given no instruction for it"),
    /** The question names a dataset that the policy in force does not know. */
    UNKNOWN_DATASET("the dataset is not declared"),
    /** The question names a field that the policy in force does not know. */
    UNKNOWN_FIELD("the field is not declared");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /**
     * Returns the rule in words.
     *
     * @return half a sentence
     */
    public String inWords() {
        return words;
    }
}
