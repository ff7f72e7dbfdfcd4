package dev.protection.jdbc.proxy;

import dev.protection.TenantId;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Occurrence;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The condition that a row's tenant is one of some. It is exact: where the column's collation takes different texts for
 * each other, they are compared once more by their characters, so that an index still finds the rows.
 *
 * @param column the tenant column
 * @param tenants the tenants
 */
record TenantCondition(Occurrence.Tenant column, Collection<TenantId> tenants) {
    // PostgreSQL takes all of them as one array, so that neither the statement's text nor its number of parameters
    // grows.
    void render(PhysicalText text) {
        Kind kind = kind();
        List<Object> values = values(kind);
        if (column.dialect() == Dialect.POSTGRESQL) {
            text.add(column.reference())
                    .add(" = ANY (")
                    .parameter((statement, index) -> bind(statement, index, kind.array, values))
                    .add(")");
            return;
        }
        Optional<String> exactly = exactly(kind);
        if (exactly.isPresent()) {
            text.add("(");
        }
        list(text, column.reference(), values);
        exactly.ifPresent(expression -> {
            text.add(" AND ");
            list(text, expression, values);
            text.add(")");
        });
    }

    private static void list(PhysicalText text, String column, List<Object> values) {
        String separator = column + " IN (";
        for (Object value : values) {
            text.add(separator).parameter((statement, index) -> statement.setObject(index, value));
            separator = ", ";
        }
        text.add(values.isEmpty() ? column + " IN (NULL)" : ")");
    }

    private static void bind(PreparedStatement statement, int index, String type, List<Object> values)
            throws SQLException {
        Array array = statement.getConnection().createArrayOf(type, values.toArray());
        statement.setArray(index, array);
        array.free();
    }

    /** An expression for the column's text that compares by its characters; empty where the column itself does. */
    private Optional<String> exactly(Kind kind) {
        if (kind != Kind.TEXT) {
            return Optional.empty();
        }
        if (column.dialect() == Dialect.MARIADB) {
            return Optional.of("CONVERT(" + column.reference() + " USING utf8mb4) COLLATE utf8mb4_nopad_bin");
        }
        boolean ignores = typeName().contains("ignorecase");
        return ignores ? Optional.of("CAST(" + column.reference() + " AS VARCHAR)") : Optional.empty();
    }

    private enum Kind {
        UUID("uuid"),
        WHOLE("bigint"),
        DECIMAL("numeric"),
        TEXT("text");

        private final String array;

        Kind(String array) {
            this.array = array;
        }
    }

    private String typeName() {
        return column.column().typeName().toLowerCase(Locale.ROOT);
    }

    private Kind kind() {
        if (typeName().equals("uuid")) {
            return Kind.UUID;
        }
        return switch (column.column().jdbcType()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
            default -> Kind.TEXT;
        };
    }

    private List<Object> values(Kind kind) {
        List<Object> values = new ArrayList<>(tenants.size());
        for (TenantId tenant : tenants) {
            Object value = value(kind, tenant.value());
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Null for a tenant that no row of the column can name: 07 is not 7. */
    private static @Nullable Object value(Kind kind, String tenant) {
        try {
            Object value = Objects.requireNonNull(
                    switch (kind) {
                        case UUID -> UUID.fromString(tenant);
                        case WHOLE -> Long.parseLong(tenant);
                        case DECIMAL -> new BigDecimal(tenant);
                        case TEXT -> tenant;
                    });
            return kind == Kind.DECIMAL || value.toString().equals(tenant) ? value : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
