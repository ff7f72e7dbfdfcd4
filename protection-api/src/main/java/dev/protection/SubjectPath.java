package dev.protection;

import java.util.Objects;

/** Where a row names its person. */
public sealed interface SubjectPath {
    /**
     * Returns the kind of person.
     *
     * @return for example {@code contact}
     */
    String kind();

    /**
     * Returns the column of the dataset's own table that leads to the person.
     *
     * @return a column name
     */
    String column();

    /**
     * A column of the row holds the person's id.
     *
     * @param kind the kind of person
     * @param column the column
     */
    record Column(String kind, String column) implements SubjectPath {
        /**
         * Checks the parts.
         *
         * @param kind the kind of person
         * @param column the column
         */
        public Column {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(column, "column");
        }
    }

    /**
     * A column of the row names a row of another table by its primary key, and that row names the person.
     *
     * @param kind the kind of person
     * @param column the column of this table
     * @param table the other table
     * @param tableColumn the column of the other table that holds the person's id
     */
    record Via(String kind, String column, String table, String tableColumn) implements SubjectPath {
        /**
         * Checks the parts.
         *
         * @param kind the kind of person
         * @param column the column of this table
         * @param table the other table
         * @param tableColumn its column
         */
        public Via {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(tableColumn, "tableColumn");
        }
    }
}
