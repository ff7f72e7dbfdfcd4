package dev.protection.jdbc.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells from the settings of a session how its texts are understood. Only settings that are known to leave a text's
 * meaning alone are passed over: any other makes the mode one that is not understood.
 */
public final class ModeReader {
    /** MariaDB: what changes checks, defaults or definitions, but not how a text is read or a value is stored. */
    private static final Set<String> HARMLESS = Set.of(
            "STRICT_TRANS_TABLES",
            "STRICT_ALL_TABLES",
            "ERROR_FOR_DIVISION_BY_ZERO",
            "NO_AUTO_CREATE_USER",
            "NO_ENGINE_SUBSTITUTION",
            "NO_ZERO_DATE",
            "NO_ZERO_IN_DATE",
            "ALLOW_INVALID_DATES",
            "ONLY_FULL_GROUP_BY",
            "NO_UNSIGNED_SUBTRACTION",
            "NO_DIR_IN_CREATE",
            "NO_TABLE_OPTIONS",
            "NO_FIELD_OPTIONS",
            "NO_KEY_OPTIONS",
            "REAL_AS_FLOAT",
            "TRADITIONAL",
            "IGNORE_SPACE",
            "SIMULTANEOUS_ASSIGNMENT",
            "ANSI",
            "ANSI_QUOTES",
            "NO_BACKSLASH_ESCAPES",
            "PIPES_AS_CONCAT");

    private static final Set<String> H2_MODES = Set.of("REGULAR", "LEGACY", "MYSQL", "MARIADB", "POSTGRESQL");
    /** Words that are plain names here in any case. */
    private static final Set<String> H2_NAMES =
            Set.of("VALUE", "KEY", "DAY", "HOUR", "MINUTE", "MONTH", "SECOND", "YEAR");

    private ModeReader() {}

    /**
     * Reads a session's settings.
     *
     * @param dialect the SQL of the database
     * @param settings what {@link #settings(Dialect)} gave
     * @return the mode
     */
    public static SqlMode read(Dialect dialect, Map<String, String> settings) {
        return switch (dialect) {
            case POSTGRESQL -> postgres(settings);
            case MARIADB -> maria(settings.getOrDefault("sql_mode", "unknown"));
            case H2 -> h2(settings);
        };
    }

    /**
     * Returns the query for the settings that matter.
     *
     * @param dialect the SQL of the database
     * @return gives rows of name and value; the name {@code place} stands for where unqualified names are looked up
     */
    public static String settings(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL ->
                "SELECT 'place', pg_catalog.current_schemas(true)::text || ' ' || pg_catalog.current_setting('search_path')"
                        + " UNION ALL SELECT name, pg_catalog.current_setting(name) FROM"
                        + " (VALUES ('standard_conforming_strings'), ('transform_null_equals')) AS s (name)";
            case MARIADB -> "SELECT 'place', DATABASE() UNION ALL SELECT 'sql_mode', @@SESSION.sql_mode";
            case H2 ->
                "SELECT 'place', SCHEMA() UNION ALL SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                        + " WHERE SETTING_NAME IN ('MODE', 'NON_KEYWORDS', 'IGNORECASE', 'COLLATION',"
                        + " 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS')";
        };
    }

    private static SqlMode postgres(Map<String, String> settings) {
        if (!"off".equals(settings.get("transform_null_equals"))) {
            return SqlMode.notUnderstood(Dialect.POSTGRESQL, "transform_null_equals");
        }
        boolean standard = "on".equals(settings.get("standard_conforming_strings"));
        return new SqlMode(true, !standard, true, Optional.empty());
    }

    /** Without a strict mode the server cuts values that are too long: a cell that was cut does not open again. */
    private static SqlMode maria(String sqlMode) {
        List<String> words = Arrays.asList(sqlMode.toUpperCase(Locale.ROOT).split(",", -1));
        if (!words.contains("STRICT_TRANS_TABLES") && !words.contains("STRICT_ALL_TABLES")) {
            return SqlMode.notUnderstood(Dialect.MARIADB, "sql_mode without STRICT_TRANS_TABLES");
        }
        Optional<String> unknown =
                words.stream().filter(word -> !HARMLESS.contains(word)).findFirst();
        return unknown.map(word -> SqlMode.notUnderstood(Dialect.MARIADB, "sql_mode " + named(word)))
                .orElseGet(() -> new SqlMode(
                        words.contains("ANSI_QUOTES"),
                        !words.contains("NO_BACKSLASH_ESCAPES"),
                        words.contains("PIPES_AS_CONCAT"),
                        Optional.empty()));
    }

    private static String named(String word) {
        return word.matches("[A-Z0-9_]{1,40}") ? word : "";
    }

    private static SqlMode h2(Map<String, String> settings) {
        String mode = settings.getOrDefault("MODE", "unknown").toUpperCase(Locale.ROOT);
        String names = settings.getOrDefault("NON_KEYWORDS", "").toUpperCase(Locale.ROOT);
        boolean known = names.isEmpty() || Arrays.stream(names.split(",", -1)).allMatch(H2_NAMES::contains);
        if (!H2_MODES.contains(mode)) {
            return SqlMode.notUnderstood(Dialect.H2, "MODE " + named(mode));
        }
        if (!known) {
            return SqlMode.notUnderstood(Dialect.H2, "NON_KEYWORDS");
        }
        return isCaseBlind(settings)
                ? SqlMode.notUnderstood(Dialect.H2, "IGNORECASE or COLLATION")
                : SqlMode.of(Dialect.H2);
    }

    /** Text that compares by a collation compares by other rules than the index of a sealed field. */
    private static boolean isCaseBlind(Map<String, String> settings) {
        boolean folded = !List.of("", "0", "FALSE")
                .contains(settings.getOrDefault("IGNORECASE", "").toUpperCase(Locale.ROOT));
        String collation = settings.getOrDefault("COLLATION", "OFF").toUpperCase(Locale.ROOT);
        return folded || !(collation.equals("OFF") || collation.isEmpty());
    }
}
