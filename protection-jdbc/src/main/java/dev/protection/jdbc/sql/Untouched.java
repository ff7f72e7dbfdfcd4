package dev.protection.jdbc.sql;

/**
 * The statement touches nothing protected.
 *
 * @param sql the very text that was analysed
 */
public record Untouched(String sql) implements Plan {}
