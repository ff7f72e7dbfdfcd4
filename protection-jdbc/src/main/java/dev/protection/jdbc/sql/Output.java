package dev.protection.jdbc.sql;

import java.util.Optional;

/**
 * A visible column of a query.
 *
 * @param name its name as another query can refer to it; empty when the database makes one up
 * @param origin where its value comes from
 * @param calculation how it is computed from opened values
 */
record Output(Optional<String> name, Origin origin, Optional<Calculation> calculation) {
    Output(Optional<String> name, Origin origin) {
        this(name, origin, Optional.empty());
    }

    /** Whether the database does not know its values. */
    boolean sealed() {
        return origin.encrypted() || calculation.isPresent();
    }
}
