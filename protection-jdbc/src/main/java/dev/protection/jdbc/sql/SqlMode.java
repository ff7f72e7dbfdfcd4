package dev.protection.jdbc.sql;

import java.util.Optional;

/**
 * What the settings of a session change about how its texts are understood. Immutable.
 *
 * @param namesInDoubleQuotes whether {@code "x"} is a name; in MariaDB it is a string unless ANSI_QUOTES is set
 * @param backslashEscapes whether a backslash in a plain string escapes what follows
 * @param pipesConcatenate whether {@code ||} joins strings and so binds more tightly than it does otherwise
 * @param notUnderstood the setting, by its name, under which texts mean something that is not understood here; nothing
 *     protected can then be named
 */
public record SqlMode(
        boolean namesInDoubleQuotes,
        boolean backslashEscapes,
        boolean pipesConcatenate,
        Optional<String> notUnderstood) {

    /**
     * Returns what holds when a session has the settings a server starts with.
     *
     * @param dialect the SQL of the database
     * @return the mode
     */
    public static SqlMode of(Dialect dialect) {
        boolean maria = dialect == Dialect.MARIADB;
        return new SqlMode(!maria, maria, !maria, Optional.empty());
    }

    /**
     * Returns the mode of a session that cannot be followed.
     *
     * @param dialect the SQL of the database
     * @param setting the setting's name, never a value of the application
     * @return the mode
     */
    public static SqlMode notUnderstood(Dialect dialect, String setting) {
        SqlMode usual = of(dialect);
        return new SqlMode(
                usual.namesInDoubleQuotes, usual.backslashEscapes, usual.pipesConcatenate, Optional.of(setting));
    }
}
