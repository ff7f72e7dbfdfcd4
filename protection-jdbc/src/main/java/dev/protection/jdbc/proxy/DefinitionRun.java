package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.FieldType;
import dev.protection.ProtectionException;
import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.DefinitionPlan;
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
            // MariaDB counts the rows that it copies.
            count[0] = execution.helper(plan.statements().get(0)).executeUpdate();
            for (String helper : plan.statements().subList(1, plan.statements().size())) {
                execution.helper(helper).executeUpdate();
            }
        } catch (ProtectionException refused) {
            throw SqlErrors.of(refused);
        } finally {
            database.catalogue().definitionChanged();
        }
        return new Outcome.Changes(count, Optional.empty());
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
