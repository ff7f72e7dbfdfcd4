package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** A text that is known when the statement runs: made of parameters and literals alone. */
public sealed interface TextValue {
    /**
     * A parameter of the application.
     *
     * @param logical its number in the application's own statement, from 1
     */
    record Param(int logical) implements TextValue {}

    /**
     * A literal. Its text form hides the text.
     *
     * @param text the text; empty for NULL
     */
    record Fixed(Optional<String> text) implements TextValue {
        @Override
        public String toString() {
            return "Fixed";
        }
    }

    /**
     * Texts put together.
     *
     * @param parts in order
     * @param nullIsEmpty whether a part that is NULL counts as empty; else the whole is NULL
     */
    record Joined(List<TextValue> parts, boolean nullIsEmpty) implements TextValue {
        /**
         * Copies the parts.
         *
         * @param parts in order
         * @param nullIsEmpty what NULL is
         */
        public Joined {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A text in one case.
     *
     * @param upper whether in upper case, else in lower
     * @param text the text
     */
    record Cased(boolean upper, TextValue text) implements TextValue {}

    /**
     * A text in which another is replaced. Its text form hides the texts.
     *
     * @param text the text
     * @param searched what is replaced wherever it stands; not empty
     * @param replacement what stands there instead
     */
    record Replaced(TextValue text, String searched, String replacement) implements TextValue {
        @Override
        public String toString() {
            return "Replaced";
        }
    }
}
