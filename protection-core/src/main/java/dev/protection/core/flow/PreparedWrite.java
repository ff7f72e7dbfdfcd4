package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A write that was decided and sealed, but neither recorded nor sent.
 *
 * @param context who writes, and why
 * @param kind what it does
 * @param dataset where
 * @param fields the declared fields it writes
 * @param leftOut the fields that stay as they are, because their mask came back
 * @param rows the rows, in the order in which they were given
 */
public record PreparedWrite(
        ProtectionContext context,
        WriteKind kind,
        Dataset dataset,
        Set<String> fields,
        Set<String> leftOut,
        List<PreparedRow> rows) {
    /**
     * Copies the parts.
     *
     * @param context who writes
     * @param kind what it does
     * @param dataset where
     * @param fields the fields
     * @param leftOut the fields that stay
     * @param rows the rows
     */
    public PreparedWrite {
        fields = Set.copyOf(fields);
        leftOut = Set.copyOf(leftOut);
        rows = List.copyOf(rows);
    }

    /**
     * Returns this write with the persons' ids that the database made.
     *
     * @param subjects one for each row, in order
     * @return a copy
     */
    PreparedWrite withSubjects(List<SubjectRef> subjects) {
        List<PreparedRow> known = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PreparedRow row = rows.get(i);
            known.add(
                    new PreparedRow(row.tenant(), Optional.of(subjects.get(i)), row.cells(), row.terms(), row.keys()));
        }
        return new PreparedWrite(context, kind, dataset, fields, leftOut, known);
    }

    /**
     * Tells whether the database has yet to make a person's id.
     *
     * @return true when a row names nobody
     */
    public boolean awaitsSubjects() {
        return rows.stream().anyMatch(row -> row.subject().isEmpty());
    }
}
