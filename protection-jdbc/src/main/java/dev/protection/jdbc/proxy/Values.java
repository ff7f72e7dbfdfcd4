package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Value;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the places where a statement's values come from into the values of one run. */
final class Values {
    private static final Object UNREADABLE = new Object();

    private final Dataset dataset;
    private final ColumnKinds kinds;
    private final DeclaredTypes types;
    private final StoredValue stored;

    Values(Dataset dataset, ColumnKinds kinds, DeclaredTypes types, StoredValue stored) {
        this.types = types;
        this.dataset = dataset;
        this.kinds = kinds;
        this.stored = stored;
    }

    /** The declared fields a statement writes, as the flow wants them; a computed or default value counts as absent. */
    void put(Map<Field, Value> from, Bindings bindings, Map<String, Optional<Object>> to) throws SQLException {
        for (Map.Entry<Field, Value> each : from.entrySet()) {
            Field field = each.getKey();
            to.put(field.name(), Optional.ofNullable(stored(each.getValue(), field, bindings)));
        }
    }

    private @Nullable Object stored(Value value, Field field, Bindings bindings) throws SQLException {
        Object converted = of(value, field, bindings);
        if (!field.encrypt()) {
            return converted;
        }
        FieldUse use = new FieldUse(dataset, field);
        StoredValue.Given given =
                new StoredValue.Given(given(value, bindings), converted, value instanceof Value.Literal);
        ColumnType known = types.of(use);
        try {
            return stored.of(given, known);
        } catch (ColumnFit.UnfitValue | ListedFit.UnlistedValue unfit) {
            ColumnType now = types.now(use);
            if (now.equals(known)) {
                throw unfit;
            }
            return stored.of(given, now);
        }
    }

    /** A value that a field is compared with. */
    static @Nullable Object compared(Value value, Field field, Bindings bindings) throws SQLException {
        if (field.encrypt()) {
            ComparedValue.requireExact(given(value, bindings), field.type());
        }
        return of(value, field, bindings);
    }

    private static @Nullable Object given(Value value, Bindings bindings) throws SQLException {
        if (value instanceof Value.Param param) {
            return bindings.given(param.logical());
        }
        if (value instanceof Value.Cast cast) {
            return bindings.given(cast.logical());
        }
        return value instanceof Value.Literal literal ? literal.value() : null;
    }

    /** One value of a field; null for SQL NULL and for what the database makes. */
    static @Nullable Object of(Value value, Field field, Bindings bindings) throws SQLException {
        if (value instanceof Value.Param param) {
            return field.encrypt() ? bindings.value(param.logical(), field.type()) : plain(param, field, bindings);
        }
        if (value instanceof Value.Cast cast) {
            return cast(cast, field, bindings);
        }
        if (value instanceof Value.Literal literal) {
            return field.encrypt() ? Conversions.toField(literal.value(), field.type(), 0) : literal.value();
        }
        return null;
    }

    private static @Nullable Object cast(Value.Cast cast, Field field, Bindings bindings) throws SQLException {
        if (!field.encrypt()) {
            return plain(new Value.Param(cast.logical()), field, bindings);
        }
        Object given = given(cast, bindings);
        ComparedValue.requireCast(given, cast.type());
        return Conversions.toField(given, field.type(), cast.logical());
    }

    /** A value that goes to the database as it came; it is looked at only to know a mask again. */
    private static @Nullable Object plain(Value.Param param, Field field, Bindings bindings) {
        try {
            return bindings.value(param.logical(), field.type());
        } catch (SQLException e) {
            return UNREADABLE; // no mask, whatever it is
        }
    }

    /** The tenant of a row that is written. */
    TenantId tenant(Value value, Bindings bindings) throws SQLException {
        if (dataset.tenant() instanceof TenantPath.Fixed fixed) {
            return fixed.tenant();
        }
        String column = ((TenantPath.Column) dataset.tenant()).column();
        return TenantId.of(canonical(column, required(value, bindings, "tenant")));
    }

    /** The person of a row that is written; empty when the database makes the id. */
    Optional<SubjectRef> subject(TenantId tenant, Value value, Bindings bindings) throws SQLException {
        if (value instanceof Value.Generated || value instanceof Value.Default) {
            return Optional.empty();
        }
        return Optional.of(subject(tenant, required(value, bindings, "subject")));
    }

    /** The person that a stored or given id names. */
    SubjectRef subject(TenantId tenant, String id) {
        return SubjectRef.of(
                tenant, dataset.subject().kind(), canonical(dataset.subject().column(), id));
    }

    /** The value of a column as text; null for SQL NULL. */
    @Nullable
    String text(Value value, Bindings bindings) throws SQLException {
        if (value instanceof Value.Param param) {
            return bindings.text(param.logical());
        }
        if (value instanceof Value.Cast cast) {
            ComparedValue.requireCast(given(cast, bindings), cast.type());
            return bindings.text(cast.logical());
        }
        if (value instanceof Value.Literal literal) {
            return (String) Conversions.toField(literal.value(), FieldType.TEXT, 0);
        }
        return null;
    }

    private String required(Value value, Bindings bindings, String what) throws SQLException {
        String text = text(value, bindings);
        if (text == null || text.isEmpty()) {
            throw SqlErrors.of(RowWithoutOwner.of(dataset, what));
        }
        return text;
    }

    /** An id in the form in which the database gives it back. */
    String canonical(String column, String id) {
        return switch (kinds.kind(dataset, column)) {
            case NUMBER -> SubjectRef.canonicalId(new BigDecimal(id.strip()));
            case UUID -> SubjectRef.canonicalId(UUID.fromString(id.strip().toLowerCase(Locale.ROOT)));
            case TEXT -> id;
        };
    }
}
