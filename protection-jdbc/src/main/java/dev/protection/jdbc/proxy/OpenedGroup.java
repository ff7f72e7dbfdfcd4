package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.ProtectionException;
import dev.protection.core.flow.ReadSession;
import dev.protection.encryption.Reading;
import dev.protection.jdbc.sql.ComputedColumn.Group;
import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the values of a group of rows and makes one of them. */
final class OpenedGroup {
    private static final RowOpener.StoredRow NO_ROW = new RowOpener.StoredRow(new String[0], new byte[0][]);

    private final Group group;
    private final ReadSession session;
    private final Dialect dialect;

    OpenedGroup(Group group, ReadSession session, Dialect dialect) {
        this.group = group;
        this.session = session;
        this.dialect = dialect;
    }

    /**
     * The value.
     *
     * @param list the cells and their owners, each with a mark at its end
     * @param count how many there are
     */
    @Nullable
    Object value(@Nullable String list, @Nullable String count) throws SQLException {
        List<CellPlace.Stored> cells = cells(list == null ? "" : list, Long.parseLong(count == null ? "0" : count));
        try {
            session.prefetch(cells.stream().map(CellPlace.Stored::cell).toList());
            return group.kind() == Group.Kind.SUM ? sum(cells) : extreme(cells);
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }

    private List<CellPlace.Stored> cells(String list, long count) throws SQLException {
        CellPlace place = CellPlace.packed(List.of(group.use()));
        List<CellPlace.Stored> cells = new ArrayList<>();
        int from = 0;
        for (int end = list.indexOf(';'); end >= 0; end = list.indexOf(';', from)) {
            cells.add(place.read(list.substring(from, end).getBytes(StandardCharsets.US_ASCII), NO_ROW));
            from = end + 1;
        }
        if (count > OpenedCells.MOST || cells.size() != count || from < list.length()) {
            throw SqlErrors.of(JdbcRefusal.aggregated(OpenedCells.MOST));
        }
        return cells;
    }

    /** The one that is shown is recorded as read, those it was compared with are not. */
    private @Nullable Object extreme(List<CellPlace.Stored> cells) throws SQLException {
        Object best = null;
        CellPlace.Stored shown = null;
        for (CellPlace.Stored cell : cells) {
            Object value = SessionOpener.shown(
                    group.use(),
                    session.compare(
                            group.use().dataset(),
                            group.use().field(),
                            SessionOpener.tenant(cell),
                            SessionOpener.required(group.use(), cell.subject(), "subject"),
                            cell.cell()));
            if (value != null && (best == null || before(value, best))) {
                best = value;
                shown = cell;
            }
        }
        return shown == null ? null : SessionOpener.shown(group.use(), opened(shown));
    }

    private boolean before(Object value, Object best) {
        int order = SortedValues.compare(value, best, dialect);
        return group.kind() == Group.Kind.MIN ? order < 0 : order > 0;
    }

    private Reading<Object> opened(CellPlace.Stored cell) throws SQLException {
        return session.open(
                group.use().dataset(),
                group.use().field(),
                SessionOpener.tenant(cell),
                SessionOpener.required(group.use(), cell.subject(), "subject"),
                cell.cell());
    }

    private @Nullable Object sum(List<CellPlace.Stored> cells) throws SQLException {
        BigDecimal sum = null;
        for (CellPlace.Stored cell : cells) {
            Object value = SessionOpener.shown(group.use(), opened(cell));
            if (value != null) {
                BigDecimal number = value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
                sum = sum == null ? number : sum.add(number);
            }
        }
        if (sum == null || group.type() == FieldType.DECIMAL) {
            return sum;
        }
        try {
            return sum.longValueExact();
        } catch (ArithmeticException e) {
            throw new SQLDataException("a sum is out of range", "22003");
        }
    }
}
