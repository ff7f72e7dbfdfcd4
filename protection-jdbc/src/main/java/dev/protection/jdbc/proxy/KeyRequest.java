package dev.protection.jdbc.proxy;

import java.sql.Statement;
import java.util.List;

/** Which generated keys the application asked for. */
@SuppressWarnings("ArrayRecordComponent") // as JDBC gives them, never compared
sealed interface KeyRequest {
    /** No keys asked for. */
    KeyRequest NONE = new None();

    /** Whatever the database generates. */
    KeyRequest ALL = new All();

    /** None. */
    record None() implements KeyRequest {}

    /** All that are generated. */
    record All() implements KeyRequest {}

    /**
     * Columns of the table by their ordinal.
     *
     * @param ordinals from 1
     */
    record Ordinals(int[] ordinals) implements KeyRequest {}

    /**
     * Columns by name.
     *
     * @param names column names
     */
    record Names(String[] names) implements KeyRequest {}

    /**
     * The keys of all new rows, for ourselves.
     *
     * @param names the key columns
     */
    record Inserted(List<String> names) implements KeyRequest {}

    /** The request behind JDBC's flag. */
    static KeyRequest of(int flag) {
        return flag == Statement.RETURN_GENERATED_KEYS ? ALL : NONE;
    }
}
