package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a query gives.
 *
 * @param columns its visible columns
 * @param complete whether all of them are known
 * @param hidden where hidden columns can be added; empty where they cannot
 */
record QueryResult(List<Output> columns, boolean complete, Optional<HiddenColumns> hidden) {
    static final QueryResult UNKNOWN = new QueryResult(List.of(), false, Optional.empty());
}
