package dev.protection.core.flow;

import dev.protection.encryption.CaseRules;

/**
 * A text that the beginnings of a field's values are compared with. Its text form hides the text.
 *
 * @param form in which case both are compared
 * @param text what the value, in that case, is or begins with
 * @param whole whether it must be the whole value
 * @param rules what upper and lower case are in the database
 */
public record TextSearch(Form form, String text, boolean whole, CaseRules rules) {
    /** Of how many characters the beginnings of values are kept. */
    public static final int MOST = 64;

    /** In which case texts are compared. */
    public enum Form {
        /** As they are. */
        EXACT,
        /** As {@code UPPER} makes them. */
        UPPER,
        /** As {@code LOWER} makes them. */
        LOWER
    }

    @Override
    public String toString() {
        return "TextSearch[" + form + "]";
    }
}
