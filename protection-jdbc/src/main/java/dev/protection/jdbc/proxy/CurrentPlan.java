package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A planned statement that is planned anew when it runs after the session's settings or a definition have changed: what
 * was proved of a text holds for the meaning it had.
 */
final class CurrentPlan implements PlannedStatement {
    private final String sql;
    private final FlowSession session;
    private FlowSession.Planned planned;

    CurrentPlan(String sql, FlowSession session, FlowSession.Planned planned) {
        this.sql = sql;
        this.session = session;
        this.planned = planned;
    }

    private PlannedStatement current() throws SQLException {
        if (!session.key(sql).equals(planned.key())) {
            FlowSession.Planned again = session.planned(sql).orElseThrow(() -> SqlErrors.of(JdbcRefusal.changed()));
            boolean alike = again.statement().parameters() == parameters()
                    && again.statement().query() == query()
                    && again.statement().columns().equals(columns());
            if (!alike) {
                throw SqlErrors.of(JdbcRefusal.changed());
            }
            planned = again;
        }
        return planned.statement();
    }

    @Override
    public int parameters() {
        return planned.statement().parameters();
    }

    @Override
    public Optional<FieldType> parameterType(int parameter) {
        return planned.statement().parameterType(parameter);
    }

    @Override
    public List<LogicalColumn> columns() {
        return planned.statement().columns();
    }

    @Override
    public boolean query() {
        return planned.statement().query();
    }

    @Override
    public boolean inserts() {
        return planned.statement().inserts();
    }

    @Override
    public Outcome run(Execution execution) throws SQLException {
        return current().run(execution);
    }

    @Override
    public PreparedStatement describe(Execution execution) throws SQLException {
        return current().describe(execution);
    }
}
