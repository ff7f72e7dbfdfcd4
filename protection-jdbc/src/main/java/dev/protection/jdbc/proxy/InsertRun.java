package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.ProtectionContext;
import dev.protection.ProtectionException;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.flow.BusinessTransaction;
import dev.protection.core.flow.PreparedRow;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.ProtectedWrite;
import dev.protection.core.flow.WriteKind;
import dev.protection.core.flow.WriteRow;
import dev.protection.encryption.CaseRules;
import dev.protection.jdbc.sql.InsertPlan;
import dev.protection.jdbc.sql.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an INSERT into a protected table: the protected write of {@code core.flow}. */
final class InsertRun implements PlannedStatement {
    private final InsertPlan plan;
    private final ProtectedDatabase database;
    private final Values values;
    private final Parameters parameters;

    InsertRun(InsertPlan plan, ProtectedDatabase database, Values values) {
        this.plan = plan;
        this.database = database;
        this.values = values;
        this.parameters = Parameters.in(plan.template());
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
    public boolean inserts() {
        return true;
    }

    @Override
    public Outcome run(Execution execution) throws SQLException {
        try {
            ProtectionContext context = database.flows().contexts().current();
            List<WriteRow> rows = rows(execution);
            PreparedWrite write = database.flows()
                    .write()
                    .prepare(
                            context,
                            WriteKind.INSERT,
                            plan.dataset(),
                            rows,
                            database.caseRules().orElse(CaseRules.SIMPLE));
            return new AutocommitTransaction(execution.connection()).run(() -> insert(execution, rows, write));
        } catch (ProtectionException refused) {
            throw SqlErrors.of(refused);
        }
    }

    private List<WriteRow> rows(Execution execution) throws SQLException {
        List<WriteRow> rows = new ArrayList<>();
        for (Bindings bindings : execution.rows()) {
            for (InsertPlan.Row row : plan.rows()) {
                Map<String, Optional<Object>> written = new LinkedHashMap<>();
                values.put(row.values(), bindings, written);
                TenantId tenant = values.tenant(row.tenant(), bindings);
                rows.add(new WriteRow(tenant, subject(execution, tenant, row, bindings), written));
            }
        }
        return rows;
    }

    private Optional<SubjectRef> subject(Execution execution, TenantId tenant, InsertPlan.Row row, Bindings bindings)
            throws SQLException {
        if (plan.subjectQuery().isEmpty()) {
            return values.subject(tenant, row.subject(), bindings);
        }
        PreparedStatement query = execution.helper(plan.subjectQuery().get());
        if (row.subject() instanceof Value.Param param) {
            bindings.replay(param.logical(), query, 1);
        } else if (row.subject() instanceof Value.Cast cast) {
            bindings.replay(cast.logical(), query, 1);
        } else {
            query.setObject(1, row.subject() instanceof Value.Literal literal ? literal.value() : null);
        }
        try (ResultSet found = query.executeQuery()) {
            String id = found.next() ? found.getString(1) : null;
            if (id == null) {
                throw SqlErrors.of(RowWithoutOwner.of(plan.dataset(), "subject"));
            }
            return Optional.of(SubjectRef.of(tenant, plan.dataset().subject().kind(), id));
        }
    }

    private Outcome insert(Execution execution, List<WriteRow> rows, PreparedWrite write) throws SQLException {
        ProtectedWrite flow = database.flows().write();
        BusinessTransaction transaction = database.transaction(execution.connection());
        boolean awaits = write.awaitsSubjects();
        if (!awaits) {
            flow.record(write, write.rows().size(), transaction);
        }
        GeneratedKeys keys = GeneratedKeys.of(plan, execution.keys(), awaits, database.dialect());
        long[] counts = send(execution, write, keys);
        if (awaits) {
            PreparedWrite bound = new NewPersons(plan, database).bind(execution, rows, write, subjects(write, keys));
            flow.record(bound, bound.rows().size(), transaction);
        }
        return new Outcome.Changes(counts, keys.forApplication());
    }

    private long[] send(Execution execution, PreparedWrite write, GeneratedKeys keys) throws SQLException {
        int perBinding = plan.rows().size();
        if (keys.needsReturning(perBinding)) {
            return sendReturning(execution, write, keys);
        }
        long[] counts = new long[execution.rows().size()];
        PreparedStatement batch = null;
        for (int i = 0; i < counts.length; i++) {
            TemplateRenderer.Rendered rendered = rendered(execution, write, i);
            PreparedStatement statement = batch == null ? execution.change(rendered.sql(), keys.columns()) : batch;
            rendered.bind(statement);
            if (counts.length == 1) {
                counts[0] = statement.executeLargeUpdate();
            } else {
                statement.addBatch();
            }
            batch = statement;
        }
        if (batch != null && counts.length > 1) {
            int[] done = batch.executeBatch();
            for (int i = 0; i < done.length; i++) {
                counts[i] = done[i];
            }
        }
        if (batch != null) {
            keys.read(batch);
        }
        return counts;
    }

    private TemplateRenderer.Rendered rendered(Execution execution, PreparedWrite write, int binding)
            throws SQLException {
        int rows = plan.rows().size();
        List<PreparedRow> prepared = write.rows().subList(binding * rows, (binding + 1) * rows);
        return TemplateRenderer.render(
                plan.template(), new WriteSupplies(execution.rows().get(binding), prepared));
    }

    /** One statement at a time, each returning the ids of all its rows. */
    private long[] sendReturning(Execution execution, PreparedWrite write, GeneratedKeys keys) throws SQLException {
        long[] counts = new long[execution.rows().size()];
        for (int i = 0; i < counts.length; i++) {
            TemplateRenderer.Rendered rendered = rendered(execution, write, i);
            PreparedStatement statement = execution.change(keys.returning(rendered.sql()), List.of());
            rendered.bind(statement);
            counts[i] = keys.readReturned(statement);
        }
        return counts;
    }

    private List<SubjectRef> subjects(PreparedWrite write, GeneratedKeys keys) throws SQLException {
        List<String> ids = keys.subjects();
        if (ids.size() != write.rows().size()) {
            throw SqlErrors.of(RowWithoutOwner.of(plan.dataset(), "subject"));
        }
        List<SubjectRef> subjects = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            TenantId tenant = write.rows().get(i).tenant();
            Optional<SubjectRef> known = write.rows().get(i).subject();
            subjects.add(known.isPresent() ? known.get() : values.subject(tenant, ids.get(i)));
        }
        return subjects;
    }

    @Override
    public PreparedStatement describe(Execution execution) throws SQLException {
        String sql = TemplateRenderer.render(plan.template(), new DescribingSupplies(List.of()))
                .sql();
        return execution.change(sql, List.of());
    }
}
