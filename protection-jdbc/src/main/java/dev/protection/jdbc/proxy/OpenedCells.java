package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.core.flow.ReadSession;
import dev.protection.encryption.Reading;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.OpenedColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that the conditions of one run are about: found by queries of ours right before it, opened, and kept until it
 * is over. Each column is opened once, however many conditions are about it.
 */
final class OpenedCells {
    /** So many values are opened for a condition at most; one more and the statement is refused before it is sent. */
    static final int MOST = RowSorter.MOST;

    private static final int BLOCK = 2048;
    /** A subquery of more than one row: the standard's own, and H2's. */
    private static final Set<String> MISSED = Set.of("21000", "90053");

    private final Execution execution;
    private final ReadSession session;
    private final Map<OpenedColumn, List<Opened>> known = new HashMap<>();

    OpenedCells(Execution execution, ReadSession session) {
        this.execution = execution;
        this.session = session;
    }

    /** A cell and its value; null for that of an erased person without a replacement. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Opened(byte[] cell, @Nullable Object value) {}

    /** A cell and whose it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(
            byte[] cell, @Nullable String tenant, @Nullable String subject) {}

    /** Whether anything was opened: then the statement may find a row that was not. */
    boolean any() {
        return !known.isEmpty();
    }

    /** Whether a failure of the statement may be that it found such a row. */
    boolean missed(SQLException failure) {
        return any() && MISSED.contains(String.valueOf(failure.getSQLState()));
    }

    /** Opens the values of a column. */
    List<Opened> of(OpenedColumn column, Supplies supplies) throws SQLException {
        List<Opened> opened = known.get(column);
        if (opened == null) {
            opened = opened(column.use(), stored(column, supplies));
            known.put(column, opened);
        }
        return opened;
    }

    private List<Stored> stored(OpenedColumn column, Supplies supplies) throws SQLException {
        boolean fixed = column.use().dataset().tenant() instanceof TenantPath.Fixed;
        TemplateRenderer.Rendered rendered = TemplateRenderer.render(column.rows(), supplies);
        PreparedStatement statement = execution.helper(rendered.sql());
        statement.setMaxRows(MOST + 1);
        rendered.bind(statement);
        List<Stored> stored = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                stored.add(
                        new Stored(rows.getBytes(1), fixed ? null : rows.getString(2), rows.getString(fixed ? 2 : 3)));
            }
        } finally {
            statement.setMaxRows(0);
        }
        if (stored.size() > MOST) {
            throw SqlErrors.of(JdbcRefusal.opened(MOST));
        }
        return stored;
    }

    private List<Opened> opened(FieldUse use, List<Stored> stored) throws SQLException {
        List<Opened> opened = new ArrayList<>(stored.size());
        try {
            for (int from = 0; from < stored.size(); from += BLOCK) {
                List<Stored> block = stored.subList(from, Math.min(from + BLOCK, stored.size()));
                session.nextBlock();
                session.prefetch(block.stream().map(Stored::cell).toList());
                for (Stored each : block) {
                    opened.add(new Opened(each.cell(), value(use, each)));
                }
            }
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
        return opened;
    }

    private @Nullable Object value(FieldUse use, Stored stored) throws SQLException {
        TenantId tenant = use.dataset().tenant() instanceof TenantPath.Fixed fixed
                ? fixed.tenant()
                : TenantId.of(SessionOpener.required(use, stored.tenant(), "tenant"));
        String subject = SessionOpener.required(use, stored.subject(), "subject");
        Reading<Object> reading = session.compare(use.dataset(), use.field(), tenant, subject, stored.cell());
        return SessionOpener.shown(use, reading);
    }
}
