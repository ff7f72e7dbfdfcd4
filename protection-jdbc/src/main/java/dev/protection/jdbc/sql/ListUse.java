package dev.protection.jdbc.sql;

/** What becomes of the columns of a query. */
enum ListUse {
    /** The application reads them. */
    RESULT,
    /** An outer query reads them as a table. */
    TABLE,
    /** They are compared or shown as values. */
    VALUES,
    /** They are compared with encrypted columns: index terms take their place. */
    TERMS,
    /** The one column is shown by the outermost query. */
    SHOWN,
    /** Only whether there is a row counts. */
    EXISTENCE,
    /** They are combined with those of another query. */
    COMBINED
}
