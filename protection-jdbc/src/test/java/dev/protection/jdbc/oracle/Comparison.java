package dev.protection.jdbc.oracle;

import dev.protection.ProtectionException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs each step on both sides and keeps the score. */
final class Comparison {
    private final Twin twin;
    private final Connection shielded;
    private final List<String> tables;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private int right;
    private int refused;

    Comparison(Twin twin, Connection shielded, List<String> tables) {
        this.twin = twin;
        this.shielded = shielded;
        this.tables = tables;
    }

    List<String> wrong() {
        return wrong;
    }

    /** How many steps were answered alike. */
    int answered() {
        return right;
    }

    String score() {
        return twin.database() + ": " + right + " right, " + refused + " refused, " + wrong.size() + " wrong";
    }

    /** Refused first, so that the plain side does only what was not. */
    void run(Step step, String schema, String plainSchema) throws SQLException {
        List<String> before = step.query() ? List.of() : stored();
        Answer seen = Answer.of(shielded, step);
        Optional<String> code = seen.refusal();
        if (code.isPresent()) {
            boolean untouched = step.query() || stored().equals(before);
            if (step.promise() == Step.Promise.MUST || !untouched) {
                wrong(step, untouched ? "refused" : "refused but changed", seen.text(), "");
            } else {
                refused++;
            }
            return;
        }
        if (step.promise() == Step.Promise.TRAP) {
            wrong(step, "not refused", seen.text(), "");
        }
        Answer expected = Answer.of(twin.plain(), step.with(step.sql().replace(schema, plainSchema)));
        if (seen.sameAs(expected)) {
            right++;
        } else {
            wrong(step, "differs", seen.text(), expected.text());
        }
    }

    private void wrong(Step step, String how, String seen, String expected) {
        wrong.add(step.line() + " " + how + "\n    " + step.sql() + "\n    seen     " + seen + "\n    expected "
                + expected);
    }

    /** What one side answered: an observation or an exception. */
    private record Answer(Optional<Observed> observed, Optional<SQLException> failure) {
        static Answer of(Connection connection, Step step) {
            try {
                return new Answer(Optional.of(Observed.of(connection, step)), Optional.empty());
            } catch (SQLException e) {
                return new Answer(Optional.empty(), Optional.of(e));
            }
        }

        Optional<String> refusal() {
            return failure.map(Throwable::getCause)
                    .filter(ProtectionException.class::isInstance)
                    .map(cause -> ((ProtectionException) cause).code())
                    .filter(code -> code.startsWith("PROT-") && !code.equals("PROT-JDBC-UNFIT"));
        }

        /** The database's own refusals come through with the database's own state. */
        boolean sameAs(Answer other) {
            if (failure.isPresent() || other.failure.isPresent()) {
                return failure.isPresent()
                        && other.failure.isPresent()
                        && String.valueOf(failure.get().getSQLState())
                                .equals(other.failure.get().getSQLState());
            }
            return observed.equals(other.observed);
        }

        String text() {
            return observed.map(seen -> String.join("\n             ", seen.what()))
                    .orElseGet(() -> failure.get() + " " + failure.get().getSQLState() + " "
                            + failure.get().getCause());
        }
    }

    /** The physical rows, sealed as they are. */
    private List<String> stored() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection raw = twin.raw()) {
            for (String table : tables) {
                all.addAll(content(raw, table));
            }
        }
        return all;
    }

    static List<String> content(Connection connection, String table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            return Observed.rows(rows, false);
        } catch (SQLException e) {
            return List.of(table + " is not there");
        }
    }

    /** The whole content, opened, against the plain side. */
    void compareContents(Step after) {
        if (after.query()) {
            return;
        }
        for (String table : tables) {
            List<String> expected = content(twin.plain(), table);
            List<String> seen = content(shielded, table);
            if (!seen.equals(expected) && reported.add(table + seen + expected)) {
                List<String> more = new ArrayList<>(seen);
                more.removeAll(expected);
                List<String> missing = new ArrayList<>(expected);
                missing.removeAll(seen);
                wrong.add(after.line() + " left content of " + table + "\n    seen     " + more + "\n    expected "
                        + missing);
            }
        }
    }
}
