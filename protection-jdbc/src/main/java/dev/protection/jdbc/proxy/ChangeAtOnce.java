package dev.protection.jdbc.proxy;

import dev.protection.ProtectionContext;
import dev.protection.ProtectionException;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.RowFilter;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.WriteRow;
import dev.protection.encryption.CaseRules;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.store.RecordedChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs a change of one person's rows as one statement: in PostgreSQL, where the condition names the person, the filter is
 * one tenant, and the person has keys. What it cannot do, what needs a consent, which the lock
 * taken here does not look at, and what is refused, is left to {@link ChangeRun}: then nothing has changed.
 */
final class ChangeAtOnce {
    private final Change change;
    private final ProtectedDatabase database;
    private final Values values;
    private @Nullable Boolean ruled;

    ChangeAtOnce(Change change, ProtectedDatabase database, Values values) {
        this.change = change;
        this.database = database;
        this.values = values;
    }

    /** Returns how many rows were changed; empty when none was. */
    OptionalLong run(Execution execution, Bindings bindings, ChangeSupplies supplies) throws SQLException {
        if (database.dialect() != Dialect.POSTGRESQL || supplies.reads() || supplies.needConsent()) {
            return OptionalLong.empty();
        }
        Optional<SubjectRef> subject = subject(bindings, supplies.target());
        Optional<PreparedWrite> write =
                subject.isPresent() ? prepared(supplies.context(), bindings, subject.get()) : Optional.empty();
        if (write.isEmpty()) {
            return OptionalLong.empty();
        }
        if (ruled(execution)) {
            return OptionalLong.empty();
        }
        List<OutboxEvent> events = database.flows().write().events(write.get(), 1);
        long changed = events.size() == 1 ? send(execution, supplies, write.get(), events.get(0)) : 0;
        return changed == 0 ? OptionalLong.empty() : OptionalLong.of(changed);
    }

    /** Rules rewrite a statement, which they cannot inside another; a table that is not found so may have some. */
    private boolean ruled(Execution execution) throws SQLException {
        Boolean known = ruled;
        if (known == null) {
            PreparedStatement asked = execution.helper(
                    "SELECT relhasrules FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass(?)");
            asked.setString(1, change.dataset().table());
            try (ResultSet found = asked.executeQuery()) {
                known = !found.next() || found.getBoolean(1);
            }
            ruled = known;
        }
        return known;
    }

    private Optional<SubjectRef> subject(Bindings bindings, RowFilter target) {
        boolean named = change.rows().person().isPresent()
                && change.occurrences().get(0).person().isPresent();
        Optional<TenantId> tenant = named ? tenant(target) : Optional.empty();
        if (tenant.isEmpty()) {
            return Optional.empty();
        }
        try {
            String id = values.text(change.rows().person().orElseThrow(), bindings);
            return id == null || id.isEmpty() ? Optional.empty() : Optional.of(values.subject(tenant.get(), id));
        } catch (IllegalArgumentException | SQLException noId) {
            return Optional.empty(); // the database says what is wrong with it
        }
    }

    private Optional<TenantId> tenant(RowFilter target) {
        if (change.dataset().tenant() instanceof TenantPath.Fixed fixed) {
            return Optional.of(fixed.tenant());
        }
        return target instanceof RowFilter.Tenants some && some.tenants().size() == 1
                ? some.tenants().stream().findFirst()
                : Optional.empty();
    }

    /** What is wrong with the values, and whether that matters, shows when the rows are found. */
    private Optional<PreparedWrite> prepared(ProtectionContext context, Bindings bindings, SubjectRef subject) {
        try {
            if (change.moves(subject, bindings, values).isPresent()) {
                return Optional.empty();
            }
            Map<String, Optional<Object>> written = new LinkedHashMap<>();
            values.put(change.assignments(), bindings, written);
            WriteRow row = new WriteRow(subject.tenant(), Optional.of(subject), written);
            CaseRules rules = database.caseRules().orElse(CaseRules.SIMPLE);
            return database.flows().write().prepareKnown(context, change.kind(), change.dataset(), row, rules);
        } catch (SQLException | ProtectionException wrong) {
            return Optional.empty();
        }
    }

    private long send(Execution execution, ChangeSupplies supplies, PreparedWrite write, OutboxEvent event)
            throws SQLException {
        SubjectRef subject = write.rows().get(0).subject().orElseThrow();
        TemplateRenderer.Rendered rendered =
                TemplateRenderer.render(change.execute(), supplies.forPerson(write, new LockedPerson(subject)));
        PreparedStatement statement = execution.helper(RecordedChange.around(rendered.sql()));
        int before = RecordedChange.bindBefore(statement, subject);
        int after = rendered.bind(statement, before);
        RecordedChange.bindAfter(statement, after + 1, event, database.node());
        try (ResultSet changed = statement.executeQuery()) {
            return changed.next() ? changed.getLong(1) : 0;
        }
    }
}
