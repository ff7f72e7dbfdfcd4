package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;
import dev.protection.jdbc.sql.Analyzer;
import dev.protection.jdbc.sql.CopyPlan;
import dev.protection.jdbc.sql.DefinitionPlan;
import dev.protection.jdbc.sql.DeletePlan;
import dev.protection.jdbc.sql.InsertPlan;
import dev.protection.jdbc.sql.Part;
import dev.protection.jdbc.sql.Plan;
import dev.protection.jdbc.sql.QueryPlan;
import dev.protection.jdbc.sql.ReturningPlan;
import dev.protection.jdbc.sql.RowsPlan;
import dev.protection.jdbc.sql.SqlMode;
import dev.protection.jdbc.sql.SqlRefused;
import dev.protection.jdbc.sql.Untouched;
import dev.protection.jdbc.sql.UpdatePlan;
import dev.protection.jdbc.sql.UpsertPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one connection knows about protection: analyses its texts and runs what touches protected data. */
final class FlowSession implements StatementSession {
    private static final int READY = 128;

    private final ProtectedDatabase database;
    private final JdbcCatalogue catalogue;
    private final SessionState state;
    private final Map<SqlMode, Analyzer> analyzers = new HashMap<>();
    private Analyzer usual;
    private long learned;

    /** The last statements made ready, so that one prepared again costs a look-up. */
    private final Map<ProtectedDatabase.PlanKey, Planned> ready = new LinkedHashMap<>(READY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProtectedDatabase.PlanKey, Planned> eldest) {
            return size() > READY;
        }
    };

    FlowSession(Connection raw, ProtectedDatabase database) {
        this.database = database;
        this.catalogue = new JdbcCatalogue(raw, database.dialect(), database.catalogue());
        this.state = new SessionState(raw, database);
        this.learned = database.catalogue().epoch();
        this.usual = analyzer(SqlMode.of(database.dialect()));
    }

    /** Views may have come, or gone. */
    private void learn() {
        long epoch = database.catalogue().epoch();
        if (epoch != learned) {
            learned = epoch;
            analyzers.clear();
            usual = analyzer(SqlMode.of(database.dialect()));
        }
    }

    private Analyzer analyzer(SqlMode mode) {
        return analyzers.computeIfAbsent(
                mode, key -> new Analyzer(database.dialect(), database.flows().map(), catalogue, key));
    }

    /** A statement that touches protected data, and what its analysis holds for. */
    record Planned(PlannedStatement statement, ProtectedDatabase.PlanKey key) {}

    @Override
    public Optional<PlannedStatement> plan(String sql) throws SQLException {
        return planned(sql).map(made -> new CurrentPlan(sql, this, made));
    }

    Optional<Planned> planned(String sql) throws SQLException {
        try {
            learn();
            if (!usual.mayTouch(sql)) {
                state.sent(sql);
                return Optional.empty();
            }
            ProtectedDatabase.PlanKey key = key(sql);
            Planned known = ready.get(key);
            if (known != null) {
                return Optional.of(known);
            }
            Plan plan = analyse(key);
            if (plan instanceof Untouched) {
                state.sent(sql);
                return Optional.empty();
            }
            Planned made = new Planned(runnable(plan), key);
            if (!(plan instanceof DefinitionPlan)) {
                ready.put(key, made);
            }
            return Optional.of(made);
        } catch (SqlRefused refused) {
            database.flows().refusals().statement(refused.code());
            throw SqlErrors.of(refused);
        } catch (JdbcRefusal refused) {
            database.flows().refusals().statement(refused.code());
            throw SqlErrors.of(refused);
        } catch (JdbcCatalogue.CatalogueFailure failure) {
            throw failure.failure();
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }

    /** What a text's plan holds for: its meaning in this session now. */
    ProtectedDatabase.PlanKey key(String sql) throws SQLException {
        SessionState.Known now = state.now();
        return new ProtectedDatabase.PlanKey(
                sql, now.place(), now.mode(), database.catalogue().epoch());
    }

    private Plan analyse(ProtectedDatabase.PlanKey key) {
        Plan known = database.plans().getIfPresent(key);
        if (known == null) {
            known = analyzer(key.mode()).analyze(key.sql());
            database.plans().put(key, known);
        }
        return known;
    }

    /** A part of a statement that is analysed already. */
    private Optional<PlannedStatement> runnable(Part part) throws SQLException {
        Plan plan = analyse(key(part.sql()));
        return plan instanceof Untouched ? Optional.empty() : Optional.of(runnable(plan));
    }

    private PlannedStatement runnable(Plan plan) throws SQLException {
        if (plan instanceof QueryPlan query) {
            return new QueryRun(query, database, new DeclaredTypes(catalogue));
        }
        if (plan instanceof InsertPlan insert) {
            return new InsertRun(insert, database, values(insert.dataset()));
        }
        if (plan instanceof CopyPlan copy) {
            return new CopyRun(copy, this::runnable, database);
        }
        if (plan instanceof RowsPlan rows) {
            return new RowsRun(rows, this::runnable, database);
        }
        if (plan instanceof ReturningPlan returning) {
            return new ReturningRun(returning, this::runnable, database);
        }
        if (plan instanceof UpsertPlan upsert) {
            return new UpsertRun(upsert, this::runnable, database);
        }
        if (plan instanceof UpdatePlan update) {
            return new ChangeRun(Change.of(update), database, values(update.dataset()));
        }
        if (plan instanceof DeletePlan delete) {
            return removal(delete);
        }
        return new DefinitionRun((DefinitionPlan) plan, database, this::removal);
    }

    private ChangeRun removal(DeletePlan delete) {
        return new ChangeRun(Change.of(delete), database, values(delete.dataset()));
    }

    private Optional<ChangeRun> removal(DefinitionPlan definition) throws SQLException {
        learn();
        try {
            return analyzer(state.now().mode()).removal(definition).map(this::removal);
        } catch (SqlRefused refused) {
            database.flows().refusals().statement(refused.code());
            throw SqlErrors.of(refused);
        }
    }

    private Values values(Dataset dataset) {
        StoredValue stored = new StoredValue(database.dialect());
        return new Values(dataset, new ColumnKinds(catalogue), new DeclaredTypes(catalogue), stored);
    }

    @Override
    public void prepared(String sql) {
        state.prepared(sql);
    }

    @Override
    public void placeChanged() {
        state.changed();
    }

    @Override
    public ColumnFace face(String table, String column) {
        return DeclaredColumns.face(database.flows().map(), table, column);
    }

    @Override
    public void beforeCommit() {
        // Writes are recorded by their own statements, reads when their results end: nothing waits for the commit.
    }

    @Override
    public void transactionEnded() {
        state.transactionEnded();
    }
}
