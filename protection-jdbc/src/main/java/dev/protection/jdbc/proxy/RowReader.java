package dev.protection.jdbc.proxy;

import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.RowSelection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads which rows a change reaches, and whose they are. */
final class RowReader {
    private final Change change;
    private final Values values;
    private final Execution execution;
    private final Supplies supplies;
    private final Dialect dialect;

    RowReader(Change change, Values values, Execution execution, Supplies supplies, Dialect dialect) {
        this.change = change;
        this.values = values;
        this.execution = execution;
        this.supplies = supplies;
        this.dialect = dialect;
    }

    List<StoredIdentity> rows(boolean lock) throws SQLException {
        RowSelection selection = change.rows();
        TemplateRenderer.Rendered rendered = TemplateRenderer.render(selection.template(), supplies);
        String sql = rendered.sql() + (lock ? lockSuffix() : "");
        PreparedStatement statement = execution.helper(sql);
        rendered.bind(statement);
        List<StoredIdentity> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(identity(selection, found));
            }
        }
        return rows;
    }

    private String lockSuffix() {
        return dialect == Dialect.POSTGRESQL ? " FOR NO KEY UPDATE" : " FOR UPDATE";
    }

    private StoredIdentity identity(RowSelection selection, ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 1; i <= selection.keyColumns().size(); i++) {
            key.add(row.getObject(i));
        }
        String subject = row.getString(selection.subjectOrdinal());
        if (subject == null) {
            throw SqlErrors.of(RowWithoutOwner.of(change.dataset(), "subject"));
        }
        return new StoredIdentity(key, values.subject(tenant(selection, row), subject));
    }

    private TenantId tenant(RowSelection selection, ResultSet row) throws SQLException {
        if (change.dataset().tenant() instanceof TenantPath.Fixed fixed) {
            return fixed.tenant();
        }
        String tenant = row.getString(selection.tenantOrdinal().orElseThrow());
        if (tenant == null) {
            throw SqlErrors.of(RowWithoutOwner.of(change.dataset(), "tenant"));
        }
        return TenantId.of(tenant);
    }
}
