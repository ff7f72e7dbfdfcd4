package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.ProtectionContext;
import dev.protection.ProtectionException;
import dev.protection.SubjectRef;
import dev.protection.core.flow.PreparedRow;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.ProtectedWrite;
import dev.protection.core.flow.WriteRow;
import dev.protection.encryption.CaseRules;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs an UPDATE or DELETE of a protected table.
 *
 * <ol>
 *   <li>read which persons' rows it reaches;
 *   <li>decide, seal the new values for each of them;
 *   <li>lock and check the persons' states, store the event;
 *   <li>lock the rows: the persons must still be the same;
 *   <li>change: one statement, or one for each row when values are sealed for several persons.
 * </ol>
 */
final class ChangeRun implements PlannedStatement {
    private final Change change;
    private final ProtectedDatabase database;
    private final Values values;
    private final Parameters parameters;
    private final ChangeAtOnce atOnce;

    ChangeRun(Change change, ProtectedDatabase database, Values values) {
        this.change = change;
        this.database = database;
        this.values = values;
        this.atOnce = new ChangeAtOnce(change, database, values);
        this.parameters = Parameters.in(change.execute(), change.rows().template());
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
        return List.of();
    }

    @Override
    public boolean query() {
        return false;
    }

    @Override
    public Outcome run(Execution execution) throws SQLException {
        long[] counts = new long[execution.rows().size()];
        for (int i = 0; i < counts.length; i++) {
            Bindings bindings = execution.rows().get(i);
            try {
                counts[i] = run(execution, bindings, ChangeSupplies.of(change, database, bindings, execution));
            } catch (ProtectionException refused) {
                throw SqlErrors.of(refused);
            }
        }
        return new Outcome.Changes(counts, Optional.empty());
    }

    private long run(Execution execution, Bindings bindings, ChangeSupplies supplies) throws SQLException {
        OptionalLong changed = atOnce.run(execution, bindings, supplies);
        return changed.isPresent()
                ? changed.getAsLong()
                : new AutocommitTransaction(execution.connection()).run(() -> followed(execution, bindings, supplies));
    }

    private long followed(Execution execution, Bindings bindings, ChangeSupplies supplies) throws SQLException {
        try {
            return change(execution, bindings, supplies);
        } catch (SQLException failure) {
            if (supplies.missed(failure)) {
                throw SqlErrors.of(new ChangedMeanwhile());
            }
            throw failure;
        }
    }

    private long change(Execution execution, Bindings bindings, ChangeSupplies supplies) throws SQLException {
        RowReader reader = new RowReader(change, values, execution, supplies, database.dialect());
        Set<SubjectRef> subjects = subjects(reader.rows(false));
        if (subjects.isEmpty()) {
            supplies.close();
            return 0;
        }
        PreparedWrite write = prepare(supplies.context(), bindings, subjects);
        ProtectedWrite flow = database.flows().write();
        List<StoredIdentity> rows = recordAndLock(execution, flow, write, reader, subjects);
        supplies.close();
        return send(execution, supplies, write, rows);
    }

    /** Records the removal of all rows, whoever's they are, by a statement that removes them without choosing. */
    void recordAll(Execution execution) throws SQLException {
        ChangeSupplies supplies = ChangeSupplies.ofAll(change, database, execution);
        List<StoredIdentity> rows = new RowReader(change, values, execution, supplies, database.dialect()).rows(false);
        PreparedWrite write = prepare(supplies.context(), Bindings.NONE, subjects(rows));
        database.flows().write().record(write, rows.size(), database.transaction(execution.connection()));
    }

    private List<StoredIdentity> recordAndLock(
            Execution execution, ProtectedWrite flow, PreparedWrite write, RowReader reader, Set<SubjectRef> subjects)
            throws SQLException {
        flow.record(write, write.rows().size(), database.transaction(execution.connection()));
        List<StoredIdentity> rows = reader.rows(true);
        if (!subjects.containsAll(subjects(rows))) {
            throw new ChangedMeanwhile();
        }
        return rows;
    }

    private static Set<SubjectRef> subjects(List<StoredIdentity> rows) {
        Set<SubjectRef> subjects = new LinkedHashSet<>();
        rows.forEach(row -> subjects.add(row.subject()));
        return subjects;
    }

    private PreparedWrite prepare(ProtectionContext context, Bindings bindings, Set<SubjectRef> subjects)
            throws SQLException {
        Map<String, Optional<Object>> written = new LinkedHashMap<>();
        values.put(change.assignments(), bindings, written);
        for (SubjectRef subject : subjects) {
            refuseMove(subject, bindings);
        }
        List<WriteRow> rows = subjects.stream()
                .map(subject -> new WriteRow(subject.tenant(), Optional.of(subject), written))
                .toList();
        return database.flows()
                .write()
                .prepare(
                        context,
                        change.kind(),
                        change.dataset(),
                        rows,
                        database.caseRules().orElse(CaseRules.SIMPLE));
    }

    private void refuseMove(SubjectRef subject, Bindings bindings) throws SQLException {
        Optional<String> moved = change.moves(subject, bindings, values);
        if (moved.isPresent()) {
            throw SqlErrors.of(RowMoved.of(change.dataset(), moved.get()));
        }
    }

    private long send(Execution execution, ChangeSupplies supplies, PreparedWrite write, List<StoredIdentity> rows)
            throws SQLException {
        Map<SubjectRef, PreparedRow> prepared = new HashMap<>();
        write.rows().forEach(row -> prepared.put(row.subject().orElseThrow(), row));
        boolean severally = change.sealsValues()
                && rows.size() > 1
                && !change.rows().keyColumns().isEmpty();
        if (severally) {
            long changed = 0;
            for (StoredIdentity row : rows) {
                changed += send(
                        execution,
                        supplies.forRow(
                                write, Objects.requireNonNull(prepared.get(row.subject())), Optional.of(row.key())));
            }
            return changed;
        }
        if (change.sealsValues() && prepared.size() > 1) {
            throw SqlErrors.of(RowWithoutKey.of(change.dataset()));
        }
        long changed = send(execution, supplies.forRow(write, write.rows().get(0), Optional.empty()));
        if (changed != rows.size()) {
            throw new ChangedMeanwhile();
        }
        return changed;
    }

    private long send(Execution execution, Supplies supplies) throws SQLException {
        TemplateRenderer.Rendered rendered = TemplateRenderer.render(change.execute(), supplies);
        PreparedStatement statement = execution.change(rendered.sql(), List.of());
        rendered.bind(statement);
        return statement.executeLargeUpdate();
    }

    @Override
    public PreparedStatement describe(Execution execution) throws SQLException {
        String sql = TemplateRenderer.render(change.execute(), new DescribingSupplies(change.occurrences()))
                .sql();
        return execution.change(sql, List.of());
    }
}
