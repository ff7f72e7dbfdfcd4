package dev.protection.jdbc.proxy;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a result that can go back, some of them, in another order. */
final class SortedResultSet extends DelegatingResultSet {
    private final ResultSet raw;
    private final int[] rows;
    private int position;

    /**
     * Creates one that stands before its first row.
     *
     * @param rows the numbers of the rows beneath, from 1
     */
    SortedResultSet(ResultSet raw, int[] rows) {
        this.raw = raw;
        this.rows = rows.clone();
    }

    @Override
    ResultSet delegate() {
        return raw;
    }

    private boolean moveTo(long wanted) throws SQLException {
        position = (int) Math.max(0, Math.min(wanted, rows.length + 1L));
        if (position < 1) {
            raw.beforeFirst();
            return false;
        }
        if (position > rows.length) {
            raw.afterLast();
            return false;
        }
        return raw.absolute(rows[position - 1]);
    }

    @Override
    public boolean next() throws SQLException {
        return moveTo(position + 1L);
    }

    @Override
    public boolean previous() throws SQLException {
        return moveTo(position - 1L);
    }

    @Override
    public boolean first() throws SQLException {
        return moveTo(1);
    }

    @Override
    public boolean last() throws SQLException {
        return moveTo(rows.length);
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        return moveTo(row < 0 ? rows.length + 1L + row : row);
    }

    @Override
    public boolean relative(int by) throws SQLException {
        return moveTo((long) position + by);
    }

    @Override
    public void beforeFirst() throws SQLException {
        moveTo(0);
    }

    @Override
    public void afterLast() throws SQLException {
        moveTo(rows.length + 1L);
    }

    @Override
    public int getRow() throws SQLException {
        raw.getRow(); // says whether it is open
        return position > rows.length ? 0 : position;
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        raw.getRow();
        return rows.length > 0 && position == 0;
    }

    @Override
    public boolean isFirst() throws SQLException {
        raw.getRow();
        return rows.length > 0 && position == 1;
    }

    @Override
    public boolean isLast() throws SQLException {
        raw.getRow();
        return rows.length > 0 && position == rows.length;
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        raw.getRow();
        return rows.length > 0 && position > rows.length;
    }
}
