package dev.protection.jdbc.store;

import dev.protection.rights.Instruction;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes the rows of a page as decided: rows of one kind of change in one batch. */
final class TableErasure {
    private static final String INTEGRITY = "23";

    private final SqlSession session;
    private final DatasetTable table;
    private final Map<String, List<Change>> changes = new LinkedHashMap<>();
    private final List<RecordOutcome> outcomes = new ArrayList<>();

    private record Change(
            RecordRef ref,
            SortedSet<String> fields,
            SortedSet<String> stay,
            @Nullable Object[] values) {}

    TableErasure(SqlSession session, DatasetTable table) {
        this.session = session;
        this.table = table;
    }

    void plan(TableRow row, RecordRef ref, Instruction instruction) {
        if (instruction.isNothing()) {
            return;
        }
        Map<String, @Nullable Object> settings = new TreeMap<>();
        SortedSet<String> stay = new TreeSet<>();
        instruction.shred().forEach(name -> shred(name, settings));
        instruction.clear().forEach(name -> clear(name, settings, stay));
        SortedSet<String> fields = new TreeSet<>(instruction.shred());
        fields.addAll(instruction.clear());
        TableFilter key = new TableFilter(session.schema().dialect());
        key.key(table.key(), row.key());
        List<@Nullable Object> values = new ArrayList<>(settings.values());
        values.addAll(List.of(key.values()));
        String set = String.join(" = ?, ", settings.keySet()) + " = ?";
        String change = instruction.remove()
                ? "DELETE FROM " + table.table().quoted()
                : "UPDATE " + table.table().quoted() + " SET " + set;
        Change planned = new Change(ref, fields, stay, values.toArray());
        if (instruction.remove() || !settings.isEmpty()) {
            changes.computeIfAbsent(change + " WHERE " + key.sql(), sql -> new ArrayList<>())
                    .add(planned);
        } else {
            outcomes.add(outcome(planned));
        }
    }

    /** The cell stays: it goes with its key. */
    private void shred(String name, Map<String, @Nullable Object> settings) {
        table.field(name).ifPresent(field -> field.helpers().forEach(helper -> settings.put(helper.quoted(), null)));
    }

    private void clear(String name, Map<String, @Nullable Object> settings, SortedSet<String> stay) {
        shred(name, settings);
        table.field(name).ifPresent(place -> {
            if (place.column().nullable()) {
                settings.put(place.column().quoted(), null);
            } else if (place.field().encrypt()) {
                stay.add(name);
            } else {
                settings.put(
                        place.column().quoted(),
                        FieldValue.neutral(place.field().type()));
            }
        });
    }

    List<RecordOutcome> apply() throws SQLException {
        for (Map.Entry<String, List<Change>> change : changes.entrySet()) {
            if (attempt(change.getKey(), change.getValue())) {
                change.getValue().forEach(one -> outcomes.add(outcome(one)));
            } else {
                for (Change one : change.getValue()) {
                    outcomes.add(attempt(change.getKey(), List.of(one)) ? outcome(one) : constrained(one));
                }
            }
        }
        return outcomes;
    }

    /** False when a constraint forbids it; the transaction is as it was before, then. */
    private boolean attempt(String sql, List<Change> all) throws SQLException {
        Savepoint before = session.connection().setSavepoint();
        try {
            session.batch(sql, all.stream().map(Change::values).toList());
            return true;
        } catch (SQLException e) {
            if (!SqlFailures.state(e).startsWith(INTEGRITY)) {
                throw e;
            }
            session.connection().rollback(before);
            return false;
        }
    }

    private static RecordOutcome outcome(Change change) {
        return change.stay().isEmpty()
                ? RecordOutcome.erased(change.ref(), change.fields())
                : RecordOutcome.retained(change.ref(), change.stay(), "NOT_NULL");
    }

    private static RecordOutcome constrained(Change change) {
        return RecordOutcome.retained(change.ref(), change.fields(), "CONSTRAINT");
    }
}
