package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.FieldType;
import dev.protection.ProtectionException;
import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.DefinitionPlan;
import dev.protection.jdbc.sql.SqlRefusal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs a change of the definition of a protected table; removing a table or its rows is a DELETE of all of them. */
final class DefinitionRun implements PlannedStatement {
    private final DefinitionPlan plan;
    private final ProtectedDatabase database;
    private final Catalogue catalogue;

    DefinitionRun(DefinitionPlan plan, ProtectedDatabase database, Catalogue catalogue) {
        this.plan = plan;
        this.database = database;
        this.catalogue = catalogue;
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
            if (plan.kind() == DefinitionPlan.Kind.DROP_TABLE || plan.kind() == DefinitionPlan.Kind.TRUNCATE) {
                decideRemoval(execution);
            }
            count[0] = define(execution);
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

    private void decideRemoval(Execution execution) throws SQLException {
        Dataset dataset = plan.dataset();
        long rows = rows(execution, dataset);
        if (rows > 0) {
            database.flows()
                    .write()
                    .removeAll(
                            database.flows().contexts().current(),
                            dataset,
                            rows,
                            database.transaction(execution.connection()));
        }
    }

    private long rows(Execution execution, Dataset dataset) throws SQLException {
        Optional<Catalogue.Table> table = TableName.of(dataset).in(catalogue);
        if (table.isEmpty()) {
            return 0;
        }
        String quote = execution.connection().getMetaData().getIdentifierQuoteString();
        String name =
                quote + table.get().schema() + quote + "." + quote + table.get().name() + quote;
        try (ResultSet counted =
                execution.helper("SELECT COUNT(*) FROM " + name).executeQuery()) {
            return counted.next() ? counted.getLong(1) : 0;
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
