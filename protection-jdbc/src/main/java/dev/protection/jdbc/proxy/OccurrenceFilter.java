package dev.protection.jdbc.proxy;

import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.RowFilter;
import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.Occurrence;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.UUID;

/** The rows that may be reached at one mention of a protected table, as a predicate. */
record OccurrenceFilter(Occurrence occurrence, RowFilter filter) {
    /** Whether there may be rows that are not admitted. */
    boolean leavesOut() {
        return !(filter instanceof RowFilter.All);
    }

    void render(PhysicalText text) {
        if (occurrence.dataset().tenant() instanceof TenantPath.Fixed fixed) {
            text.add(filter.admits(fixed.tenant()) ? "1 = 1" : "1 = 0");
        } else if (filter instanceof RowFilter.All) {
            text.add("1 = 1");
        } else if (filter instanceof RowFilter.Tenants some) {
            list(text, some);
        } else {
            text.add("1 = 0");
        }
    }

    private void list(PhysicalText text, RowFilter.Tenants some) {
        Occurrence.Tenant column = occurrence.tenant().orElseThrow();
        String separator = column.reference() + " IN (";
        for (TenantId tenant : some.tenants()) {
            text.add(separator)
                    .parameter((statement, index) -> bind(statement, index, column.column(), tenant.value()));
            separator = ", ";
        }
        text.add(")");
    }

    /** A tenant that cannot be a value of the column matches no row. */
    private static void bind(PreparedStatement statement, int index, Catalogue.Column column, String tenant)
            throws SQLException {
        try {
            if ("uuid".equals(column.typeName().toLowerCase(Locale.ROOT))) {
                statement.setObject(index, UUID.fromString(tenant));
                return;
            }
            switch (column.jdbcType()) {
                case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                    statement.setLong(index, Long.parseLong(tenant));
                case Types.NUMERIC, Types.DECIMAL -> statement.setBigDecimal(index, new BigDecimal(tenant));
                default -> statement.setString(index, tenant);
            }
        } catch (IllegalArgumentException e) {
            statement.setNull(index, column.jdbcType());
        }
    }
}
