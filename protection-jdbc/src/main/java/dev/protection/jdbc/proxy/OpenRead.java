package dev.protection.jdbc.proxy;

import dev.protection.jdbc.proxy.RowOpener.OpenedCell;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One read whose record is still owed: what was opened so far, and how many rows were handed out. It ends once, with its
 * result, its statement or its connection, whichever ends first; nothing is opened after its record was made.
 *
 * <p>Safe for use by several threads: a connection may be aborted by another thread than the one that reads.
 */
final class OpenRead {
    private final RowOpener opener;
    private final OpenReads all;
    private final ReentrantLock lock = new ReentrantLock();
    private long rows;
    private boolean ended;

    OpenRead(RowOpener opener, OpenReads all) {
        this.opener = opener;
        this.all = all;
        all.add(this);
    }

    void row() throws SQLException {
        lock.lock();
        try {
            requireOpen();
            rows++;
        } finally {
            lock.unlock();
        }
    }

    OpenedCell cell(RowWindow window, int cell) throws SQLException {
        lock.lock();
        try {
            requireOpen();
            return window.cell(cell);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() throws SQLException {
        if (ended) {
            throw new SQLException("the result is at its end or closed", "24000");
        }
    }

    /** Makes the record; doing it again does nothing. */
    void end() throws SQLException {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                all.remove(this);
                opener.close(rows);
            }
        } finally {
            lock.unlock();
        }
    }
}
