package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.ProtectionException;
import dev.protection.jdbc.sql.DefinitionPlan;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.SqlRefusal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Runs a change of the definition of a protected table; removing a table or its rows is a DELETE of all of them.
 *
 * <p>The persons' states stay locked until the transaction ends: in PostgreSQL after the table is gone; H2 and MariaDB
 * commit by themselves just before they remove it, so what another node writes or holds between the two is not seen.
 */
final class DefinitionRun implements PlannedStatement {
    private final DefinitionPlan plan;
    private final ProtectedDatabase database;
    private final Removal removal;

    /** Plans the DELETE of everything in the table, as it is now; empty when it is not there. */
    interface Removal {
        Optional<ChangeRun> of(DefinitionPlan definition) throws SQLException;
    }

    DefinitionRun(DefinitionPlan plan, ProtectedDatabase database, Removal removal) {
        this.plan = plan;
        this.database = database;
        this.removal = removal;
    }

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public List<LogicalColumn> columns() {
        return List.of();
    }

    @Override
    public boolean query() {
        return false;
    }

    @Override
    public Outcome run(Execution execution) throws SQLException {
        long[] count = {0};
        try {
            count[0] = plan.table().isEmpty() ? define(execution) : remove(execution);
        } catch (ProtectionException refused) {
            throw SqlErrors.of(refused);
        } finally {
            database.catalogue().definitionChanged();
        }
        return new Outcome.Changes(count, Optional.empty());
    }

    /** In one transaction where the database can, so that no table is left without the comments that say its types. */
    private long define(Execution execution) throws SQLException {
        for (String query : plan.values()) {
            requireNone(execution, query);
        }
        if (plan.afterwards().isEmpty()) {
            return send(execution, plan.statements());
        }
        return new AutocommitTransaction(execution.connection()).run(() -> {
            boolean there = isThere(execution);
            long count = send(execution, plan.statements());
            send(execution, there ? List.of() : plan.afterwards());
            return count;
        });
    }

    private static void requireNone(Execution execution, String values) throws SQLException {
        try (ResultSet found = execution.helper(values).executeQuery()) {
            if (found.next()) {
                throw SqlErrors.of(SqlRefusal.NARROWED.at(0));
            }
        }
    }

    private boolean isThere(Execution execution) throws SQLException {
        try (ResultSet found = execution.helper(plan.presence()).executeQuery()) {
            return found.next();
        }
    }

    /** Gives the count of the first statement: MariaDB counts the rows that it copies. */
    private static long send(Execution execution, List<String> statements) throws SQLException {
        long first = 0;
        for (int i = 0; i < statements.size(); i++) {
            long count = execution.helper(statements.get(i)).executeUpdate();
            first = i == 0 ? count : first;
        }
        return first;
    }

    /** The application's own transaction where it has one: H2 and MariaDB end it, with its savepoints. */
    private long remove(Execution execution) throws SQLException {
        database.catalogue().definitionChanged();
        if (!execution.connection().getAutoCommit()) {
            return removeNow(execution);
        }
        return new AutocommitTransaction(execution.connection()).run(() -> removeNow(execution));
    }

    private long removeNow(Execution execution) throws SQLException {
        Optional<ChangeRun> delete = removal.of(plan);
        if (delete.isPresent() && filled(execution)) {
            database.flows().write().requireAll(database.flows().contexts().current(), plan.dataset());
            delete.get().recordAll(execution);
        }
        return send(execution, plan.statements());
    }

    /** Of the table that the text names, by the name that the text gives it. */
    private boolean filled(Execution execution) throws SQLException {
        if (database.dialect() == Dialect.POSTGRESQL) {
            execution
                    .helper("LOCK TABLE " + plan.table() + " IN ACCESS EXCLUSIVE MODE")
                    .execute();
        }
        try (ResultSet first =
                execution.helper("SELECT 1 FROM " + plan.table() + " LIMIT 1").executeQuery()) {
            return first.next();
        }
    }

    @Override
    public Optional<FieldType> parameterType(int parameter) {
        return Optional.empty();
    }

    @Override
    public PreparedStatement describe(Execution execution) throws SQLException {
        return execution.helper(plan.statements().get(0));
    }
}
