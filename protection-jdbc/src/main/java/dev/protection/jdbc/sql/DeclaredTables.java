package dev.protection.jdbc.sql;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Problem;
import dev.protection.TenantPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares the tables that are there with their declaration. One that is missing is no fault: it is looked at when it is
 * created or first named.
 */
public final class DeclaredTables {
    private final DataMap map;
    private final Declarations declarations;

    /**
     * Looks at one database.
     *
     * @param dialect its SQL
     * @param map the declaration
     * @param catalogue what the database says about its tables
     */
    public DeclaredTables(Dialect dialect, DataMap map, Catalogue catalogue) {
        this.map = map;
        this.declarations = new Declarations(dialect, map, catalogue);
    }

    /**
     * Names what is wrong: columns that are not there, and columns in clear with the statements that change them.
     *
     * @return one problem for each column, one for all columns of a table that are in clear
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Dataset dataset : map.datasets().values()) {
            declarations
                    .table(dataset.table())
                    .ifPresent(found -> compare(new ProtectedTable(dataset, found), problems));
        }
        return problems;
    }

    private void compare(ProtectedTable table, List<Problem> problems) {
        Dataset dataset = table.dataset();
        int before = problems.size();
        dataset.fields().keySet().forEach(field -> required(table, "fields." + field, field, problems));
        required(table, "subject", dataset.subject().column(), problems);
        if (dataset.tenant() instanceof TenantPath.Column tenant) {
            required(table, "tenant", tenant.column(), problems);
        }
        dataset.key().forEach(column -> required(table, "key", column, problems));
        if (problems.size() == before) {
            PlainColumns.of(table, declarations.dialect())
                    .map(change -> new Problem(place(dataset), change))
                    .or(() -> table.refusal()
                            .map(refusal -> new Problem(place(dataset), refusal.why() + "; " + refusal.remedy())))
                    .ifPresent(problems::add);
        }
    }

    private static void required(ProtectedTable table, String what, String column, List<Problem> problems) {
        if (table.column(column).isEmpty()) {
            problems.add(new Problem(
                    place(table.dataset()) + "." + what,
                    "the table " + table.table().schema() + "." + table.table().name() + " has no column '" + column
                            + "'; it has " + columns(table)));
        }
    }

    private static String place(Dataset dataset) {
        return "datasets." + dataset.name();
    }

    private static String columns(ProtectedTable table) {
        return table.visible().stream().map(Catalogue.Column::name).collect(Collectors.joining(", "));
    }
}
