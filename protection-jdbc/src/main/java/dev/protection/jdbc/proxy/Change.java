package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SubjectRef;
import dev.protection.core.flow.WriteKind;
import dev.protection.jdbc.sql.DeletePlan;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.RowSelection;
import dev.protection.jdbc.sql.Template;
import dev.protection.jdbc.sql.UpdatePlan;
import dev.protection.jdbc.sql.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an UPDATE and a DELETE have in common: which rows, and what happens to them. */
record Change(
        WriteKind kind,
        Dataset dataset,
        RowSelection rows,
        Template execute,
        Map<Field, Value> assignments,
        Optional<Value> tenant,
        Optional<Value> subject,
        List<Occurrence> occurrences,
        Set<FieldUse> used) {

    static Change of(UpdatePlan plan) {
        return new Change(
                WriteKind.UPDATE,
                plan.dataset(),
                plan.rows(),
                plan.execute(),
                plan.assignments(),
                plan.tenant(),
                plan.subject(),
                plan.occurrences(),
                plan.used());
    }

    static Change of(DeletePlan plan) {
        return new Change(
                WriteKind.DELETE,
                plan.dataset(),
                plan.rows(),
                plan.execute(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                plan.occurrences(),
                plan.used());
    }

    /** Which owner of a row an assignment would change: a row stays with its tenant and its person. */
    Optional<String> moves(SubjectRef subject, Bindings bindings, Values values) throws SQLException {
        if (tenant.isPresent() && !values.tenant(tenant.get(), bindings).equals(subject.tenant())) {
            return Optional.of("tenant");
        }
        boolean stays = this.subject.isEmpty()
                || values.subject(subject.tenant(), this.subject.get(), bindings)
                        .equals(Optional.of(subject));
        return stays ? Optional.empty() : Optional.of("subject");
    }

    /** Whether the new values differ by person, so that rows of several persons need a statement each. */
    boolean sealsValues() {
        return assignments.keySet().stream().anyMatch(Field::encrypt);
    }
}
