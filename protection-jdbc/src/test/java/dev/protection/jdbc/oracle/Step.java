package dev.protection.jdbc.oracle;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param line where it stands
 * @param promise what the interceptor owes
 * @param sql the text, with the names of this database filled in
 * @param rows the parameters; several rows are a batch, none is a plain statement
 * @param keys the generated keys asked for: nothing, all, or the named columns
 */
record Step(String line, Promise promise, String sql, List<List<Parameter>> rows, Optional<List<String>> keys) {
    /** What the interceptor owes a statement. */
    enum Promise {
        /** The same answer as the plain database. */
        MUST,
        /** The same answer, or a refusal that changes nothing. */
        MAY,
        /** A refusal that changes nothing. */
        TRAP
    }

    Step with(String text) {
        return new Step(line, promise, text, rows, keys);
    }

    boolean query() {
        String start = sql.strip().toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("select")
                || start.startsWith("with")
                || start.startsWith("(")
                || start.startsWith("/*");
    }
}
