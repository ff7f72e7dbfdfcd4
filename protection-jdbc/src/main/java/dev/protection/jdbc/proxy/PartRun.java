package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Part;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part of a statement that is run as several. */
final class PartRun {
    private static final Binding[] NO_ROW = new Binding[0];

    private final Part part;
    private final Optional<PlannedStatement> plan;
    private final Dialect dialect;

    private PartRun(Part part, Optional<PlannedStatement> plan, Dialect dialect) {
        this.part = part;
        this.plan = plan;
        this.dialect = dialect;
    }

    /** Plans a part of a statement; empty if it touches nothing protected. */
    interface Planner {
        Optional<PlannedStatement> plan(Part part) throws SQLException;
    }

    static PartRun of(Part part, Planner planner, Dialect dialect) throws SQLException {
        Optional<PlannedStatement> plan = planner.plan(part);
        return new PartRun(
                part, plan.map(found -> found instanceof QueryRun query ? query.unmasked() : found), dialect);
    }

    /** Like {@link #of}, for rows that the application gets: masks stay. */
    static PartRun shown(Part part, Planner planner, Dialect dialect) throws SQLException {
        return new PartRun(part, planner.plan(part), dialect);
    }

    List<LogicalColumn> columns() {
        return plan.map(PlannedStatement::columns).orElse(List.of());
    }

    /** Runs it as a query for the application. */
    Outcome query(Execution execution, Bindings bindings, Binding[] row) throws SQLException {
        Bindings own = bindings.ofPart(part.arguments(), row);
        return plan.orElseThrow().run(execution.part(List.of(own), KeyRequest.NONE));
    }

    int parameters() {
        return part.arguments().stream().mapToInt(Integer::intValue).reduce(0, Math::max);
    }

    Optional<FieldType> parameterType(int parameter) {
        int place = part.arguments().indexOf(parameter);
        return place < 0 ? Optional.empty() : plan.flatMap(found -> found.parameterType(place + 1));
    }

    /** What was sealed may only be sealed again: refuses a part that would store it as it is. */
    void requireSealed(PartRun source) throws SQLException {
        List<LogicalColumn> columns = source.plan.map(PlannedStatement::columns).orElse(List.of());
        for (int i = 0; i < part.arguments().size(); i++) {
            int column = -part.arguments().get(i);
            boolean sealed = column > 0
                    && column <= columns.size()
                    && columns.get(column - 1).sealed().isPresent();
            int place = i + 1;
            if (sealed && plan.flatMap(found -> found.parameterType(place)).isEmpty()) {
                throw SqlErrors.of(JdbcRefusal.value(
                        "an encrypted value", "it cannot be stored in a column that is not encrypted."));
            }
        }
    }

    /** Runs it as a query and reads its rows whole. */
    List<Binding[]> rows(Execution execution, Bindings bindings) throws SQLException {
        return rows(execution, bindings, NO_ROW);
    }

    /** The same for a row at hand. */
    List<Binding[]> rows(Execution execution, Bindings bindings, Binding[] row) throws SQLException {
        Bindings own = bindings.ofPart(part.arguments(), row);
        FetchedRows fetched = new FetchedRows(dialect);
        if (plan.isPresent()) {
            return fetched.opened((Outcome.Rows) plan.get().run(execution.part(List.of(own), KeyRequest.NONE)));
        }
        PreparedStatement statement = execution.helper(part.sql());
        for (int i = 1; i <= part.arguments().size(); i++) {
            own.replay(i, statement, i);
        }
        try (ResultSet rows = statement.executeQuery()) {
            return fetched.plain(rows);
        }
    }

    /** Runs it as a change, once for each row. */
    Outcome.Changes change(Execution execution, Bindings bindings, List<Binding[]> rows, KeyRequest keys)
            throws SQLException {
        List<Bindings> own = new ArrayList<>();
        for (Binding[] row : rows) {
            requireText(row);
            own.add(bindings.ofPart(part.arguments(), row));
        }
        return (Outcome.Changes) plan.orElseThrow().run(execution.part(own, keys));
    }

    /** How a database writes other types as text is its own way. */
    private void requireText(Binding[] row) throws SQLException {
        for (int i = 0; i < part.arguments().size(); i++) {
            int argument = part.arguments().get(i);
            int place = i + 1;
            Optional<FieldType> type = plan.flatMap(found -> found.parameterType(place));
            if (argument < 0 && type.equals(Optional.of(FieldType.TEXT)) && !text(row[-argument - 1].value())) {
                throw SqlErrors.of(JdbcRefusal.value("a value for a field of text", "it is of another type."));
            }
        }
    }

    private static boolean text(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof UUID;
    }

    PreparedStatement describe(Execution execution) throws SQLException {
        return plan.orElseThrow().describe(execution);
    }
}
