package dev.protection.jdbc.proxy;

import dev.protection.jdbc.proxy.RowOpener.OpenedCell;
import dev.protection.jdbc.proxy.RowOpener.StoredRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block of rows around the cursor whose keys are at hand. It reads ahead where the driver's result can go back, in
 * steps that grow with the way already gone: a result of which one row is read costs one small block, a long one few
 * look-ups.
 */
final class RowWindow {
    private static final int FIRST = 16;
    private static final int LARGEST = 2048;

    private final ResultSet raw;
    private final RowOpener opener;
    private final int[] cells;
    private final int shown;
    private final boolean ahead;
    private @Nullable Loaded loaded;
    private int current;

    /** The rows of a block, those opened so far, and the number of its first row. */
    private record Loaded(RowOpener.Block block, List<@Nullable OpenedCell[]> rows, int start) {}

    RowWindow(ResultSet raw, RowOpener opener, int[] cells) throws SQLException {
        this.raw = raw;
        this.opener = opener;
        this.cells = opener.cells(cells);
        this.shown = cells.length;
        this.ahead = raw.getType() != ResultSet.TYPE_FORWARD_ONLY;
    }

    /** The cursor has moved: the row under it is looked for when a cell is asked for. */
    void moved() {
        current = -1;
    }

    /** What may have changed under the block is read again. */
    void forget() {
        loaded = null;
        moved();
    }

    /** The opened cell of the row under the cursor; each cell is opened once. */
    OpenedCell cell(int cell) throws SQLException {
        Loaded at = loaded;
        if (current < 0 || at == null) {
            at = locate();
        }
        @Nullable OpenedCell[] row = at.rows().get(current);
        OpenedCell known = row[cell];
        if (known == null) {
            known = at.block().open(current, cell);
            row[cell] = known;
        }
        return known;
    }

    private Loaded locate() throws SQLException {
        Loaded at = loaded;
        if (!ahead) {
            at = load(List.of(stored()), 0);
            current = 0;
            return at;
        }
        int row = raw.getRow();
        if (row < 1) {
            throw new SQLException("the cursor is not on a row", "24000");
        }
        if (at == null || row < at.start() || row >= at.start() + at.rows().size()) {
            at = readFrom(row);
        }
        current = row - at.start();
        return at;
    }

    private Loaded readFrom(int row) throws SQLException {
        int size = Math.min(LARGEST, Math.max(FIRST, row));
        List<StoredRow> rows = new ArrayList<>();
        do {
            rows.add(stored());
        } while (rows.size() < size && raw.next());
        raw.absolute(row);
        return load(rows, row);
    }

    private Loaded load(List<StoredRow> rows, int start) throws SQLException {
        loaded = null;
        List<@Nullable OpenedCell[]> opened = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            opened.add(new OpenedCell[shown]);
        }
        Loaded made = new Loaded(opener.prepare(rows), opened, start);
        loaded = made;
        return made;
    }

    private StoredRow stored() throws SQLException {
        return stored(raw, opener.hidden(), cells);
    }

    /** The row under a cursor. */
    static StoredRow stored(ResultSet raw, int[] hidden, int[] cells) throws SQLException {
        @Nullable String[] identity = new String[hidden.length];
        for (int i = 0; i < hidden.length; i++) {
            identity[i] = raw.getString(hidden[i]);
        }
        byte[][] sealed = new byte[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            sealed[i] = raw.getBytes(cells[i]);
        }
        return new StoredRow(identity, sealed);
    }
}
