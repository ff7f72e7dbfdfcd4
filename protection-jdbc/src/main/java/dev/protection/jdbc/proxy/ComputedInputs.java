package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.CaseMapping;
import dev.protection.jdbc.sql.ComputedColumn;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.QueryPlan;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What computed columns need that is the same in all rows: parameters, checked before anything is sent, and how the
 * database changes case.
 */
final class ComputedInputs {
    private final Map<ComputedColumn.Param, @Nullable Object> parameters = new HashMap<>();
    private final CaseMapping cases;
    private final Dialect dialect;

    private ComputedInputs(CaseMapping cases, Dialect dialect) {
        this.cases = cases;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    static ComputedInputs of(QueryPlan plan, Execution execution, ProtectedDatabase database) throws SQLException {
        boolean cased = plan.columns().stream()
                .flatMap(column -> column.computed().stream())
                .anyMatch(column -> column.formula().changesCase());
        CaseMapping cases = cased ? database.cases(execution.connection()) : CaseMapping.JAVA;
        ComputedInputs inputs = new ComputedInputs(cases, database.dialect());
        for (var column : plan.columns()) {
            if (column.computed().isPresent()) {
                inputs.add(column.computed().get(), execution.rows().get(0));
            }
        }
        return inputs;
    }

    private void add(ComputedColumn column, Bindings bindings) throws SQLException {
        for (ComputedColumn.Input input : column.inputs()) {
            if (input instanceof ComputedColumn.Param param) {
                parameters.put(param, bindings.operand(param.logical(), param.type() == FieldType.TEXT));
            }
        }
    }

    @Nullable
    Object parameter(ComputedColumn.Param param) {
        return parameters.get(param);
    }

    CaseMapping cases() {
        return cases;
    }
}
