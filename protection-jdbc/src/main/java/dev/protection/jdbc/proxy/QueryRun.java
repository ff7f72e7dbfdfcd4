package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.ProtectionContext;
import dev.protection.ProtectionException;
import dev.protection.core.flow.ReadRequest;
import dev.protection.core.flow.ReadSession;
import dev.protection.jdbc.sql.ComputedColumn;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.OutputColumn;
import dev.protection.jdbc.sql.QueryPlan;
import dev.protection.jdbc.sql.SortPlan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs a query over protected tables: the protected read of {@code core.flow}. */
final class QueryRun implements PlannedStatement {
    private final QueryPlan plan;
    private final ProtectedDatabase database;
    private final List<ReadRequest> requests;
    private final Parameters parameters;
    private final ShownTypes types;

    QueryRun(QueryPlan plan, ProtectedDatabase database, DeclaredTypes types) throws SQLException {
        this(plan, database, new ShownTypes(plan, types), requests(plan));
    }

    private QueryRun(QueryPlan plan, ProtectedDatabase database, ShownTypes types, List<ReadRequest> requests) {
        this.plan = plan;
        this.database = database;
        this.types = types;
        this.requests = requests;
        this.parameters = Parameters.in(plan);
    }

    /** The same query, refused unless all that it shows may be seen unmasked: what it shows is written again. */
    QueryRun unmasked() {
        List<ReadRequest> all = new ArrayList<>();
        for (ReadRequest request : requests) {
            Set<Field> used = new LinkedHashSet<>(request.used());
            used.addAll(request.shown());
            all.add(new ReadRequest(request.dataset(), request.shown(), used));
        }
        return new QueryRun(plan, database, types, all);
    }

    private static List<ReadRequest> requests(QueryPlan plan) {
        Map<Dataset, Set<Field>> shown = new LinkedHashMap<>();
        plan.occurrences().forEach(each -> shown.put(each.dataset(), new LinkedHashSet<>()));
        for (OutputColumn column : plan.columns()) {
            column.field()
                    .ifPresent(use -> shown.computeIfAbsent(use.dataset(), key -> new LinkedHashSet<>())
                            .add(use.field()));
            column.computed()
                    .ifPresent(computed -> computed.inputs().stream()
                            .flatMap(input -> use(input).stream())
                            .forEach(use -> shown.computeIfAbsent(use.dataset(), key -> new LinkedHashSet<>())
                                    .add(use.field())));
        }
        return requests(shown, plan.used());
    }

    private static Optional<FieldUse> use(ComputedColumn.Input input) {
        if (input instanceof ComputedColumn.Group group) {
            return Optional.of(group.use());
        }
        return input instanceof ComputedColumn.Cell cell ? Optional.of(cell.use()) : Optional.empty();
    }

    static List<ReadRequest> requests(Map<Dataset, Set<Field>> shown, Set<FieldUse> used) {
        Map<Dataset, Set<Field>> deciding = new LinkedHashMap<>();
        used.forEach(use -> deciding.computeIfAbsent(use.dataset(), key -> new LinkedHashSet<>())
                .add(use.field()));
        deciding.keySet().forEach(dataset -> shown.computeIfAbsent(dataset, key -> Set.of()));
        List<ReadRequest> requests = new ArrayList<>();
        shown.forEach((dataset, fields) ->
                requests.add(new ReadRequest(dataset, fields, deciding.getOrDefault(dataset, Set.of()))));
        return requests;
    }

    @Override
    public int parameters() {
        return parameters.count();
    }

    @Override
    public Optional<FieldType> parameterType(int parameter) {
        return parameters.type(parameter);
    }

    @Override
    public List<LogicalColumn> columns() {
        List<String> labels =
                plan.columns().stream().map(column -> column.label().orElse("")).toList();
        return types.columns(labels, use -> use.field().encrypt());
    }

    @Override
    public boolean query() {
        return plan.returnsRows();
    }

    @Override
    public Outcome run(Execution execution) throws SQLException {
        try {
            return read(execution);
        } catch (ProtectionException refused) {
            throw SqlErrors.of(refused);
        }
    }

    private Outcome read(Execution execution) throws SQLException {
        ProtectionContext context = database.flows().contexts().current();
        if (plan.returnsRows()) {
            return recorded(context, session -> rows(execution, session));
        }
        long[] counts = new long[execution.rows().size()];
        for (int i = 0; i < counts.length; i++) {
            Bindings bindings = execution.rows().get(i);
            counts[i] = recorded(context, session -> count(execution, bindings, session));
        }
        return new Outcome.Changes(counts, Optional.empty());
    }

    private Outcome rows(Execution execution, ReadSession session) throws SQLException {
        ComputedInputs inputs = ComputedInputs.of(plan, execution, database);
        if (plan.sort().isPresent()) {
            return sorted(execution, session, new SessionOpener(session, plan, inputs));
        }
        ResultSet rows = sent(execution, execution.rows().get(0), session, PreparedStatement::executeQuery);
        return new Outcome.Rows(rows, labelled(rows.getMetaData(), session), new SessionOpener(session, plan, inputs));
    }

    /** All rows of a query, and how many of them the application wants at most. */
    private record Whole(ResultSet rows, int most) {}

    private Outcome sorted(Execution execution, ReadSession session, SessionOpener opener) throws SQLException {
        SortPlan sort = plan.sort().orElseThrow();
        Paging paging = Paging.of(sort, execution.rows().get(0), database.dialect());
        Whole whole = attempts(execution).run(execution, session, (opened, sending) -> {
            TemplateRenderer.Rendered rendered = rendered(execution.rows().get(0), session, opened);
            PreparedStatement statement = execution.sortedQuery(rendered.sql());
            int most = execution.maxRows(statement);
            statement.setMaxRows(RowSorter.MOST + 1);
            rendered.bind(statement);
            return new Whole(sending.around(statement::executeQuery), most);
        });
        ResultSet rows = whole.rows();
        Paging limited = paging.within(whole.most());
        try {
            List<LogicalColumn> columns = labelled(rows.getMetaData(), session);
            int[] cells = new ResultColumns(columns).cells();
            RowSorter sorter = new RowSorter(sort, rows, opener, database.dialect());
            return new Outcome.Rows(new SortedResultSet(rows, limited.of(sorter.order(cells))), columns, opener);
        } catch (SQLException | RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }

    private TemplateRenderer.Rendered rendered(Bindings bindings, ReadSession session, OpenedCells opened)
            throws SQLException {
        return TemplateRenderer.render(
                plan.template(), new ReadSupplies(bindings, session, plan.occurrences(), database, opened));
    }

    private long count(Execution execution, Bindings bindings, ReadSession session) throws SQLException {
        long count = sent(execution, bindings, session, PreparedStatement::executeLargeUpdate);
        session.rows(count);
        session.close();
        return count;
    }

    /** What runs with a permitted read. */
    private interface Reading<T> {
        T run(ReadSession session) throws SQLException;
    }

    /** A statement that fails was sent all the same: its failing may tell something, so it is recorded. */
    private <T> T recorded(ProtectionContext context, Reading<T> reading) throws SQLException {
        ReadSession session = database.flows().read().begin(context, requests);
        boolean done = false;
        try {
            T result = reading.run(session);
            done = true;
            return result;
        } finally {
            if (!done) {
                session.close();
            }
        }
    }

    /** How a statement is sent. */
    private interface Send<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T sent(Execution execution, Bindings bindings, ReadSession session, Send<T> send) throws SQLException {
        return attempts(execution).run(execution, session, (opened, sending) -> {
            TemplateRenderer.Rendered rendered = rendered(bindings, session, opened);
            PreparedStatement statement =
                    plan.returnsRows() ? execution.query(rendered.sql()) : execution.change(rendered.sql(), List.of());
            rendered.bind(statement);
            return sending.around(() -> send.run(statement));
        });
    }

    private OpenedAttempts attempts(Execution execution) {
        return new OpenedAttempts(execution.connection(), database.dialect());
    }

    private List<LogicalColumn> labelled(ResultSetMetaData metaData, ReadSession session) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (OutputColumn column : plan.columns()) {
            labels.add(column.label().isPresent() ? column.label().get() : metaData.getColumnLabel(column.physical()));
        }
        return types.columns(labels, use -> SessionOpener.isOpened(use, session));
    }

    @Override
    public PreparedStatement describe(Execution execution) throws SQLException {
        String sql = TemplateRenderer.render(plan.template(), new DescribingSupplies(plan.occurrences()))
                .sql();
        return plan.returnsRows() ? execution.query(sql) : execution.change(sql, List.of());
    }
}
