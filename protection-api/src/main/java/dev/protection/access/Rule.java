package dev.protection.access;

/** The rules one of which decides; named in records, so names stay for ever. */
public enum Rule {
    /** A grant of one of the actor's roles covers the action. */
    GRANTED("a grant covers it"),
    /** A grant covers it, but the purpose does not need the category, so the value is masked (Art. 5(1)(c) GDPR). */
    MASKED("a grant covers it, but the purpose does not need this category, so the value is masked"),
    /** The dataset is not held for the purpose (Art. 5(1)(b) GDPR). */
    PURPOSE_NOT_HELD("the dataset is not held for this purpose"),
    /** The actor has no role that the policy knows. */
    NO_KNOWN_ROLE("the actor has no role that the policy knows"),
    /** No grant of the actor's roles allows the action for the purpose on the dataset. */
    NO_GRANT("no grant of the actor's roles allows this action for this purpose on this dataset"),
    /** Grants allow the action for the purpose, none of them the field's category. */
    CATEGORY_NOT_GRANTED("no grant of the actor's roles for this action and purpose opens this category"),
    /** The tenant the work is for lies outside the scope of the grants. */
    CONTEXT_TENANT_OUT_OF_SCOPE("the tenant the work is for lies outside the scope of the actor's grants"),
    /** The tenant whose data it is lies outside the scope of the grants. */
    TENANT_OUT_OF_SCOPE("the tenant whose data it is lies outside the scope of the actor's grants"),
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
