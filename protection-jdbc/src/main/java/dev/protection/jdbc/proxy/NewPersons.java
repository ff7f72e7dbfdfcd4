package dev.protection.jdbc.proxy;

import dev.protection.SubjectRef;
import dev.protection.core.flow.PreparedRow;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.WriteKind;
import dev.protection.core.flow.WriteRow;
import dev.protection.encryption.CaseRules;
import dev.protection.encryption.KeyConflictException;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.InsertPlan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ties the keys of new rows to the persons whose ids the database has made. Where such a person has a key already, as when
 * a table was made again and counts from the start, the row is sealed again with that one. Index terms do not depend on
 * the person and stay.
 */
final class NewPersons {
    private final InsertPlan plan;
    private final ProtectedDatabase database;

    NewPersons(InsertPlan plan, ProtectedDatabase database) {
        this.plan = plan;
        this.database = database;
    }

    /**
     * Binds the keys.
     *
     * @return the write as the rows are stored
     * @throws KeyConflictException when a person has a key and the person's column does not tell the rows apart
     */
    PreparedWrite bind(Execution execution, List<WriteRow> rows, PreparedWrite sent, List<SubjectRef> persons)
            throws SQLException {
        try {
            return database.flows().write().bind(sent, persons);
        } catch (KeyConflictException known) {
            return sealAgain(execution, sent, rows, persons, known);
        }
    }

    private PreparedWrite sealAgain(
            Execution execution,
            PreparedWrite sent,
            List<WriteRow> rows,
            List<SubjectRef> persons,
            KeyConflictException conflict)
            throws SQLException {
        if (!plan.keyColumns().equals(List.of(plan.subjectColumn()))) {
            throw conflict;
        }
        List<WriteRow> known = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            known.add(new WriteRow(
                    rows.get(i).tenant(),
                    Optional.of(persons.get(i)),
                    rows.get(i).values()));
        }
        PreparedWrite again = database.flows()
                .write()
                .prepare(
                        sent.context(),
                        WriteKind.INSERT,
                        plan.dataset(),
                        known,
                        database.caseRules().orElse(CaseRules.SIMPLE));
        for (int i = 0; i < persons.size(); i++) {
            update(execution, again.rows().get(i), persons.get(i).id());
        }
        return again;
    }

    private void update(Execution execution, PreparedRow row, String id) throws SQLException {
        if (row.cells().isEmpty()) {
            return;
        }
        List<Map.Entry<String, byte[]>> cells = List.copyOf(row.cells().entrySet());
        List<String> assigned = new ArrayList<>();
        for (Map.Entry<String, byte[]> cell : cells) {
            assigned.add(stored(cell.getKey()) + " = ?");
        }
        PreparedStatement update = execution.helper("UPDATE " + plan.table() + " SET " + String.join(", ", assigned)
                + " WHERE " + database.dialect().quote(plan.subjectColumn()) + " = ?");
        for (int i = 0; i < cells.size(); i++) {
            update.setBytes(i + 1, cells.get(i).getValue());
        }
        if (database.dialect() == Dialect.POSTGRESQL) {
            update.setObject(cells.size() + 1, id, Types.OTHER);
        } else {
            update.setString(cells.size() + 1, id);
        }
        if (update.executeUpdate() != 1) {
            throw new ChangedMeanwhile();
        }
    }

    private String stored(String field) {
        String column = plan.columns().stream()
                .filter(field::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
        return database.dialect().quote(column);
    }
}
