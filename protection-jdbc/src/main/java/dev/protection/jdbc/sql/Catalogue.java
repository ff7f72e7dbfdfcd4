package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the database says about its own tables, as the connection at hand sees them. */
public interface Catalogue {
    /**
     * Finds a table or view.
     *
     * @param schema the schema (MariaDB: the database), folded as the database does; empty to look through the search
     *     path
     * @param name the name, folded as the database does; compared exactly first, then ignoring case
     * @return empty when there is none
     */
    Optional<Table> table(Optional<String> schema, String name);

    /**
     * Finds a table as it is at this moment, whatever is remembered of it.
     *
     * @param schema as in {@link #table}
     * @param name as in {@link #table}
     * @return empty when there is none
     */
    default Optional<Table> current(Optional<String> schema, String name) {
        return table(schema, name);
    }

    /**
     * Names the views, materialised views and synonyms that read one of the tables, directly or through others.
     *
     * @param tables bare table names, lower case
     * @return bare names, lower case
     */
    Set<String> viewsOver(Set<String> tables);

    /**
     * Finds the query that a view stands for.
     *
     * @param schema as for {@link #table}
     * @param name as for {@link #table}
     * @return empty when there is no such view, or its query is not known
     */
    default Optional<View> view(Optional<String> schema, String name) {
        return Optional.empty();
    }

    /**
     * A view.
     *
     * @param definition its query
     * @param columns its columns, as stored
     */
    record View(String definition, List<String> columns) {
        /**
         * Copies the columns.
         *
         * @param definition its query
         * @param columns its columns
         */
        public View {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Names what must be unique in a table, the primary key first.
     *
     * @param table one that {@link #table} has found
     * @return in the order of the database
     */
    default List<UniqueKey> uniqueKeys(Table table) {
        return table.key().isEmpty() ? List.of() : List.of(new UniqueKey("PRIMARY", table.key()));
    }

    /**
     * Columns that are unique together.
     *
     * @param name the name of the constraint or index
     * @param columns as stored; empty when it is over more than plain columns
     */
    record UniqueKey(String name, List<String> columns) {
        /**
         * Copies the columns.
         *
         * @param name the name
         * @param columns the columns
         */
        public UniqueKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Names the tables that foreign keys of some tables refer to, directly or over tables whose rows go with theirs.
     *
     * @param tables bare table names, lower case
     * @return by bare names, lower case
     */
    default Map<String, Parent> parentsOf(Set<String> tables) {
        return Map.of();
    }

    /**
     * What the database does by itself to rows that refer to a table.
     *
     * @param onDelete whether it removes or changes them when a row of the table is removed
     * @param updated the table's columns whose changes it carries over to them, lower case
     */
    record Parent(boolean onDelete, Set<String> updated) {}

    /**
     * A table or view.
     *
     * @param schema the schema where it was found, as stored
     * @param name its name, as stored
     * @param columns all physical columns in their order
     * @param key the primary key's columns, as stored; empty when there is none
     * @param unique the columns of each unique index, as stored
     */
    record Table(String schema, String name, List<Column> columns, List<String> key, List<List<String>> unique) {
        /**
         * Copies the parts.
         *
         * @param schema the schema
         * @param name the name
         * @param columns the columns
         * @param key the key
         * @param unique the unique indexes
         */
        public Table {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            unique = unique.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A physical column.
     *
     * @param name as stored
     * @param jdbcType one of {@link java.sql.Types}
     * @param typeName the database's own name of the type
     * @param nullable whether it takes NULL
     * @param generated whether the database makes a value when none is given (identity, auto-increment, sequence or
     *     function as default)
     * @param size characters, bytes or digits that it holds at most; 0 when it is not known
     * @param digits digits after the point, or of a second's fraction; -1 when they are not told
     * @param comment what is said about it in the catalogue; empty when nothing is
     */
    record Column(
            String name,
            int jdbcType,
            String typeName,
            boolean nullable,
            boolean generated,
            long size,
            int digits,
            String comment) {
        /**
         * Makes a column whose size does not matter.
         *
         * @param name as stored
         * @param jdbcType one of {@link java.sql.Types}
         * @param typeName the database's own name of the type
         * @param nullable whether it takes NULL
         * @param generated whether the database makes a value when none is given
         */
        public Column(String name, int jdbcType, String typeName, boolean nullable, boolean generated) {
            this(name, jdbcType, typeName, nullable, generated, 0, -1, "");
        }
    }
}
