package dev.protection.jdbc.sql;

import java.util.Optional;

/**
 * A visible column of a query.
 *
 * @param name its name as another query can refer to it; empty when the database makes one up
 * @param origin where its value comes from
 */
record Output(Optional<String> name, Origin origin) {}
