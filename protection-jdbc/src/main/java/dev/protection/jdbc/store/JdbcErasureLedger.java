package dev.protection.jdbc.store;

import dev.protection.rights.ErasureLedger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The erasure ledger in a table of its own, to be kept apart from the data; nothing here changes or removes a line. */
final class JdbcErasureLedger implements ErasureLedger {
    private static final String SELECT = "SELECT position, id, entry FROM protection.erasure_ledger ";

    private final SqlTransactions transactions;

    JdbcErasureLedger(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    /** Of two that append at one position the slower meets a duplicate, is run again and finds the position taken. */
    @Override
    public boolean append(Line line) {
        return transactions.call(session -> {
            boolean known = session.first(SELECT + "WHERE id = ?", JdbcErasureLedger::read, line.id())
                    .isPresent();
            long next = last(session).map(before -> before.position() + 1).orElse(0L);
            if (known || next != line.position()) {
                return false;
            }
            session.update(
                    "INSERT INTO protection.erasure_ledger (position, id, entry) VALUES (?, ?, ?)",
                    line.position(),
                    line.id(),
                    line.entry());
            return true;
        });
    }

    @Override
    public Optional<Line> last() {
        return transactions.call(JdbcErasureLedger::last);
    }

    private static Optional<Line> last(SqlSession session) throws SQLException {
        return session.first(SELECT + "ORDER BY position DESC LIMIT 1", JdbcErasureLedger::read);
    }

    @Override
    public Optional<Line> find(String id) {
        return transactions.call(session -> session.first(SELECT + "WHERE id = ?", JdbcErasureLedger::read, id));
    }

    @Override
    public List<Line> lines(long from, int most) {
        return transactions.call(session -> session.query(
                SELECT + "WHERE position >= ? ORDER BY position LIMIT ?", JdbcErasureLedger::read, from, most));
    }

    private static Line read(SqlRow row) throws SQLException {
        return new Line(row.number(1), row.text(2), row.bytes(3));
    }
}
