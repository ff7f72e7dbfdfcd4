package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.SearchColumn;
import dev.protection.SubjectPath;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.encryption.OpenRow;
import dev.protection.encryption.ProtectedDataset;
import dev.protection.encryption.Reading;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.SealedRow;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A dataset for hosts that store rows themselves, on the same flows as the interceptor. */
final class DatasetFlow implements ProtectedDataset {
    private final Dataset dataset;
    private final Flows flows;
    private final BusinessTransaction transaction;

    DatasetFlow(Dataset dataset, Flows flows, BusinessTransaction transaction) {
        this.dataset = dataset;
        this.flows = flows;
        this.transaction = transaction;
    }

    @Override
    public List<SealedRow> write(List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<WriteRow> wanted = rows.stream().map(this::writeRow).toList();
        PreparedWrite write = flows.write().prepare(flows.contexts().current(), WriteKind.INSERT, dataset, wanted);
        flows.write().record(write, rows.size(), transaction);
        List<SealedRow> sealed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            sealed.add(sealedRow(rows.get(i), write.rows().get(i)));
        }
        return sealed;
    }

    private WriteRow writeRow(Map<String, ?> row) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (dataset.fields().containsKey(column)) {
                values.put(column, Optional.ofNullable(value));
            }
        });
        TenantId tenant = tenant(row);
        return new WriteRow(tenant, Optional.of(subject(tenant, row)), values);
    }

    private SealedRow sealedRow(Map<String, ?> row, PreparedRow prepared) {
        Map<String, Optional<Object>> columns = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            Optional<Field> field = dataset.field(column).filter(Field::encrypt);
            if (field.isEmpty()) {
                columns.put(column, Optional.ofNullable(value));
                return;
            }
            columns.put(
                    column, Optional.ofNullable(prepared.cells().get(column)).map(Sealed::of));
            for (SearchColumn helper : SearchColumn.of(field.get())) {
                String name = helper.name(field.get());
                columns.put(name, Optional.ofNullable(prepared.terms().get(name)));
            }
        });
        return new SealedRow(columns);
    }

    @Override
    public List<OpenRow> read(List<SealedRow> rows) {
        Set<Field> shown = new LinkedHashSet<>();
        rows.forEach(row ->
                row.columns().keySet().forEach(name -> dataset.field(name).ifPresent(shown::add)));
        try (ReadSession session = session(shown)) {
            session.prefetch(rows.stream()
                    .flatMap(row -> row.columns().values().stream())
                    .flatMap(Optional::stream)
                    .filter(Sealed.class::isInstance)
                    .map(cell -> ((Sealed) cell).bytes())
                    .toList());
            return visible(session, rows).stream()
                    .map(row -> openRow(session, row))
                    .toList();
        }
    }

    /** The rows of persons whose data the purpose may use. */
    private List<SealedRow> visible(ReadSession session, List<SealedRow> rows) {
        if (session.withheld(dataset).isEmpty()) {
            return rows;
        }
        IdentityHashMap<SealedRow, SubjectRef> owners = new IdentityHashMap<>();
        rows.forEach(row -> {
            Map<String, Object> plain = present(row);
            owners.put(row, subject(tenant(plain), plain));
        });
        Set<SubjectRef> withheld = session.withheld(dataset, owners.values());
        return rows.stream().filter(row -> !withheld.contains(owners.get(row))).toList();
    }

    private static Map<String, Object> present(SealedRow row) {
        return row.columns().entrySet().stream()
                .filter(column -> column.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, column -> column.getValue().orElseThrow()));
    }

    private OpenRow openRow(ReadSession session, SealedRow row) {
        session.row();
        Map<String, Object> plain = present(row);
        TenantId tenant = tenant(plain);
        Map<String, Reading<?>> fields = new LinkedHashMap<>();
        Map<String, Optional<Object>> columns = new LinkedHashMap<>();
        row.columns().forEach((name, value) -> {
            Optional<Field> field = dataset.field(name);
            if (field.isPresent()) {
                value.ifPresent(stored -> fields.put(name, reading(session, field.get(), tenant, plain, stored)));
            } else if (!isIndex(name)) {
                columns.put(name, value);
            }
        });
        return new OpenRow(fields, columns);
    }

    private Reading<Object> reading(
            ReadSession session, Field field, TenantId tenant, Map<String, Object> row, Object stored) {
        if (stored instanceof Sealed cell) {
            return session.open(
                    dataset, field, tenant, column(row, dataset.subject().column()), cell.bytes());
        }
        return session.plain(dataset, field, tenant, stored);
    }

    private boolean isIndex(String column) {
        return dataset.fields().values().stream()
                .flatMap(field -> SearchColumn.of(field).stream().map(helper -> helper.name(field)))
                .anyMatch(column::equals);
    }

    @Override
    public Sealed seal(SubjectRef subject, String field, Object value) {
        WriteRow row = new WriteRow(
                subject.tenant(), Optional.of(subject), Map.of(encrypted(field).name(), Optional.of(value)));
        PreparedWrite write =
                flows.write().prepare(flows.contexts().current(), WriteKind.INSERT, dataset, List.of(row));
        flows.write().record(write, 1, transaction);
        return Sealed.of(Objects.requireNonNull(write.rows().get(0).cells().get(field)));
    }

    @Override
    public <T> Reading<T> open(SubjectRef subject, String field, Sealed cell, Class<T> type) {
        Field declared = encrypted(field);
        try (ReadSession session = session(Set.of(declared))) {
            session.requireUsable(dataset, subject);
            session.row();
            Reading<Object> reading = session.open(dataset, declared, subject.tenant(), subject.id(), cell.bytes());
            return cast(reading, type);
        }
    }

    private static <T> Reading<T> cast(Reading<Object> reading, Class<T> type) {
        if (reading instanceof Reading.Clear<Object> clear) {
            return new Reading.Clear<>(type.cast(clear.value()));
        }
        if (reading instanceof Reading.Masked<Object> masked) {
            return new Reading.Masked<>(masked.shown().map(type::cast));
        }
        return new Reading.Erased<>(((Reading.Erased<Object>) reading).key());
    }

    @Override
    public byte[] indexTerm(String field, Object value) {
        Field declared = encrypted(field);
        ProtectionContext context = flows.contexts().current();
        try (ReadSession session =
                flows.read().begin(context, List.of(new ReadRequest(dataset, Set.of(), Set.of(declared))))) {
            return session.term(context.tenant(), dataset, declared, value);
        }
    }

    private ReadSession session(Set<Field> shown) {
        return flows.read().begin(flows.contexts().current(), List.of(new ReadRequest(dataset, shown, Set.of())));
    }

    private Field encrypted(String name) {
        return dataset.field(name)
                .filter(Field::encrypt)
                .orElseThrow(() -> new IllegalArgumentException(
                        "dataset " + dataset.name() + " declares no encrypted field " + name));
    }

    private TenantId tenant(Map<String, ?> row) {
        if (dataset.tenant() instanceof TenantPath.Fixed fixed) {
            return fixed.tenant();
        }
        String column = ((TenantPath.Column) dataset.tenant()).column();
        return TenantId.of(column(row, column).toString());
    }

    private SubjectRef subject(TenantId tenant, Map<String, ?> row) {
        if (dataset.subject() instanceof SubjectPath.Via) {
            throw new IllegalArgumentException(
                    "rows of dataset " + dataset.name() + " name their person through another table: use the database");
        }
        return SubjectRef.of(
                tenant, dataset.subject().kind(), column(row, dataset.subject().column()));
    }

    private Object column(Map<String, ?> row, String name) {
        @Nullable Object value = row.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a row of dataset " + dataset.name() + " lacks its column " + name);
        }
        return value;
    }
}
