package dev.protection.jdbc.proxy;

import dev.protection.core.flow.TextTerms;

/** What a condition on a text comes to in one run. */
sealed interface TextCondition {
    /** Unknown for every row: a part of it is NULL. */
    record Unknown() implements TextCondition {}

    /** True for every row that has a value. */
    record Any() implements TextCondition {}

    /**
     * True for some of the cells that were opened.
     *
     * @param lists which
     */
    record Listed(OpenedLists lists) implements TextCondition {}

    /**
     * True for the rows whose columns hold the terms.
     *
     * @param terms the terms
     * @param whole whether the columns must be equal to them; else begin with them
     */
    record Holds(TextTerms terms, boolean whole) implements TextCondition {}
}
