package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says about an error of the database what can be said without quoting it. The name of a violated constraint is kept,
 * in the words in which object mappers look for it.
 */
final class ServerMessage {
    /** PostgreSQL, H2, MariaDB. Names are taken from where no value can stand. */
    private static final Pattern CONSTRAINT =
            Pattern.compile("^[^\\n']*? constraint \"([\\w.$-]+)\"|violation: \"([\\w.$]+)|for key '([\\w.$-]+)'$");

    private ServerMessage() {}

    static String describe(SQLException raw) {
        String state = String.valueOf(raw.getSQLState());
        String place = " (SQLState " + state + ", code " + raw.getErrorCode() + ")";
        return state.startsWith("23")
                ? "the change violates " + constraint(state, raw.getMessage()) + place
                : "the database refused the statement" + place + "; its own words are left out, they may quote values";
    }

    private static String constraint(String state, @Nullable String message) {
        Matcher found = CONSTRAINT.matcher(message == null ? "" : message);
        String name = found.find() ? " \"" + firstGroup(found) + '"' : "";
        return switch (state) {
            case "23505" -> "unique constraint" + name;
            case "23503", "23506" -> "foreign key constraint" + name;
            case "23514", "23513" -> "check constraint" + name;
            case "23502" -> "not-null constraint" + name;
            default -> "constraint" + name;
        };
    }

    private static String firstGroup(Matcher found) {
        for (int i = 1; i <= found.groupCount(); i++) {
            if (found.group(i) != null) {
                return found.group(i);
            }
        }
        return "";
    }
}
