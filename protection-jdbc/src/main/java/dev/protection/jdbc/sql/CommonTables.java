package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The common tables (WITH) that a query can name; nearer ones hide farther ones and real tables. */
final class CommonTables {
    private final Dialect dialect;
    private final Optional<CommonTables> outer;
    private final List<Definition> definitions = new ArrayList<>();

    /**
     * A common table.
     *
     * @param name its name
     * @param columns the aliases of its columns
     * @param result what its query gives
     */
    record Definition(Name name, List<Name> columns, QueryResult result) {}

    CommonTables(Dialect dialect, Optional<CommonTables> outer) {
        this.dialect = dialect;
        this.outer = outer;
    }

    CommonTables inside() {
        return new CommonTables(dialect, Optional.of(this));
    }

    void add(Definition definition) {
        definitions.add(0, definition);
    }

    Optional<Definition> find(List<Name> table) {
        if (table.size() > 1) {
            return Optional.empty();
        }
        for (Definition definition : definitions) {
            if (table.get(0).is(definition.name(), dialect)) {
                return Optional.of(definition);
            }
        }
        return outer.flatMap(tables -> tables.find(table));
    }
}
