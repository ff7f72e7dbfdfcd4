package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.OutputColumn;
import dev.protection.jdbc.sql.QueryPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types that the columns of a query have for the application, where they are not the driver's own. */
final class ShownTypes {
    private final List<Optional<ColumnType>> types = new ArrayList<>();
    private final List<OutputColumn> columns;

    ShownTypes(QueryPlan plan, DeclaredTypes declared) throws SQLException {
        this.columns = plan.columns();
        for (OutputColumn column : columns) {
            types.add(type(column, declared));
        }
    }

    private static Optional<ColumnType> type(OutputColumn column, DeclaredTypes declared) throws SQLException {
        if (column.field().isPresent()) {
            return Optional.of(declared.of(column.field().get()));
        }
        return column.computed()
                .map(computed -> ColumnType.undeclared(computed.formula().type()));
    }

    /** One kind of column of a result. */
    interface Opened {
        boolean test(FieldUse use);
    }

    /** The columns of a result: those whose field is opened have a type. */
    List<LogicalColumn> columns(List<String> labels, Opened opened) {
        List<LogicalColumn> logical = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Optional<FieldUse> field = columns.get(i).field();
            boolean shown = field.isEmpty() || opened.test(field.get());
            logical.add(new LogicalColumn(
                    columns.get(i).physical(), labels.get(i), shown ? types.get(i) : Optional.empty()));
        }
        return logical;
    }
}
