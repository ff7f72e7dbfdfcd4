package dev.protection.jdbc.store;

import dev.protection.rights.LedgerEpochStore;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the data has seen of the erasure ledger, in one row beside the application's data. */
final class JdbcLedgerEpochStore implements LedgerEpochStore {
    private static final String SELECT = "SELECT seen, head FROM protection.ledger_epoch WHERE id = 1";

    private final SqlTransactions transactions;

    JdbcLedgerEpochStore(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Epoch get() {
        return transactions.call(JdbcLedgerEpochStore::read);
    }

    private static Epoch read(SqlSession session) throws SQLException {
        return session.first(SELECT, row -> new Epoch(row.number(1), row.text(2)))
                .orElse(Epoch.NONE);
    }

    @Override
    public void advance(Epoch seen) {
        transactions.run(session -> {
            if (read(session).lines() < seen.lines()) {
                InsertMissing.into("protection.ledger_epoch", "id, seen, head", "id")
                        .run(session, List.<@Nullable Object[]>of(new Object[] {1, 0L, "-"}));
                session.update(
                        "UPDATE protection.ledger_epoch SET seen = ?, head = ? WHERE id = 1 AND seen < ?",
                        seen.lines(),
                        seen.head(),
                        seen.lines());
            }
        });
    }
}
