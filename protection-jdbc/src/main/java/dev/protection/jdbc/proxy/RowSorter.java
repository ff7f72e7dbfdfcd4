package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ComputedColumn;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.SortPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts the rows of a result by opened values: rows of one rank, as the database sees them, by what was sealed. */
final class RowSorter {
    /** So many rows are opened to be sorted at most; one more and the statement is refused before its first row. */
    static final int MOST = 10_000;

    private static final int BLOCK = 2048;
    private static final int NOT_SEALED = -1;

    private final List<SortPlan.Key> keys;
    private final ResultSet raw;
    private final SessionOpener opener;
    private final int[] places;
    private final Comparator<Object> values;

    RowSorter(SortPlan plan, ResultSet raw, SessionOpener opener, Dialect dialect) {
        this.keys = plan.keys();
        this.raw = raw;
        this.opener = opener;
        this.values = (left, right) -> SortedValues.compare(left, right, dialect);
        this.places = keys.stream().mapToInt(key -> cell(key.cell(), opener)).toArray();
    }

    private static int cell(Optional<ComputedColumn.Cell> cell, SessionOpener opener) {
        return cell.isPresent() ? opener.cell(cell.get()) : NOT_SEALED;
    }

    /** A row's number in the result, its ranks and its opened values, by key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Row(int number, long[] ranks, @Nullable Object[] opened) {}

    /**
     * The numbers of the rows, from 1, in their order; equal ones stay as the database gave them.
     *
     * @param sealed the ordinals of the sealed columns that are shown
     */
    int[] order(int[] sealed) throws SQLException {
        int count = raw.last() ? raw.getRow() : 0;
        if (count > MOST) {
            throw SqlErrors.of(JdbcRefusal.sorted(MOST));
        }
        opener.sorted(count);
        raw.beforeFirst();
        List<Row> rows = new ArrayList<>(count);
        while (rows.size() < count) {
            block(Math.min(BLOCK, count - rows.size()), opener.cells(sealed), rows);
        }
        raw.beforeFirst();
        rows.sort(this::compare);
        return rows.stream().mapToInt(Row::number).toArray();
    }

    private void block(int size, int[] cells, List<Row> rows) throws SQLException {
        List<RowOpener.StoredRow> stored = new ArrayList<>(size);
        List<long[]> ranks = new ArrayList<>(size);
        while (stored.size() < size && raw.next()) {
            stored.add(RowWindow.stored(raw, opener.hidden(), cells));
            ranks.add(ranks());
        }
        if (stored.size() < size) {
            throw new SQLException("the result lost rows while it was sorted", "24000");
        }
        RowOpener.Block block = opener.prepare(stored);
        for (int i = 0; i < size; i++) {
            rows.add(new Row(rows.size() + 1, ranks.get(i), opened(block, i)));
        }
    }

    private long[] ranks() throws SQLException {
        long[] ranks = new long[keys.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = raw.getLong(keys.get(i).rank());
        }
        return ranks;
    }

    private @Nullable Object[] opened(RowOpener.Block block, int row) throws SQLException {
        @Nullable Object[] opened = new @Nullable Object[places.length];
        for (int i = 0; i < opened.length; i++) {
            opened[i] =
                    places[i] == NOT_SEALED ? null : block.open(row, places[i]).value();
        }
        return opened;
    }

    private int compare(Row left, Row right) {
        for (int i = 0; i < places.length; i++) {
            int order = Long.compare(left.ranks()[i], right.ranks()[i]);
            order = order == 0 ? compare(left.opened()[i], right.opened()[i], keys.get(i)) : order;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** A sealed value that is shown as NULL, of an erased person, comes behind the others. */
    private int compare(@Nullable Object left, @Nullable Object right, SortPlan.Key key) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return key.descending() ? values.compare(right, left) : values.compare(left, right);
    }
}
