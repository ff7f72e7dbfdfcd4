package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the sealed cells of a result, block by block: one look-up of keys for a block, then the cells asked for. */
interface RowOpener {

    /** The ordinals of the hidden columns, which say whose row it is; fetched along as text. */
    int[] hidden();

    /**
     * Says which cells are fetched.
     *
     * @param sealed the driver's ordinals of the sealed columns, in the application's order
     * @return those, and behind them the ordinals of cells that are needed but not shown
     */
    default int[] cells(int[] sealed) {
        return sealed;
    }

    /**
     * Makes a block of rows ready to be opened.
     *
     * @param rows the rows as the database stores them, at least one
     * @return the way to their values
     * @throws SQLException if a right is missing or a store does not answer
     */
    Block prepare(List<StoredRow> rows) throws SQLException;

    /**
     * Makes sure that bytes of a column that is handed on as it is stored are no cell.
     *
     * @param bytes the value
     * @throws SQLException if it is one
     */
    void requireNoCell(byte[] bytes) throws SQLException;

    /**
     * Called once, when the application is done with the result: the record of what was opened is completed.
     *
     * @param rowsRead how many rows were handed out
     * @throws SQLException if the record cannot be kept
     */
    void close(long rowsRead) throws SQLException;

    /** Rows whose keys are at hand. */
    interface Block {

        /**
         * Opens one cell. Asked for at most once, and only if the application reads it.
         *
         * @param row the row's place in the block, from 0
         * @param cell the cell's place in the row, from 0
         * @return the value
         * @throws SQLException if it does not open
         */
        OpenedCell open(int row, int cell) throws SQLException;
    }

    /**
     * A row as it is stored.
     *
     * @param hidden the hidden columns as text, in the order of {@link #hidden()}
     * @param cells the sealed cells, in the order of the logical columns that have one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record StoredRow(@Nullable String[] hidden, byte[] @Nullable [] cells) {}

    /**
     * What the application may see of a cell.
     *
     * @param value of the field's Java type, or null
     * @param erased whether it stands for a value whose key was destroyed
     */
    record OpenedCell(@Nullable Object value, boolean erased) {}
}
