package dev.protection.jdbc.store;

import dev.protection.audit.AuditStore;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outbox and the log beside the application's data; the lock on the one row of the head makes the sequencer. */
final class JdbcAuditStore implements AuditStore {
    private static final int HASH = 32;
    private static final String HEAD = "SELECT size, subtrees, checkpoint FROM protection.log_head WHERE id = 1";

    private final SqlTransactions transactions;
    private final String node;

    JdbcAuditStore(SqlTransactions transactions, String node) {
        this.transactions = transactions;
        this.node = node;
    }

    @Override
    public void append(List<OutboxEvent> events) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        events.forEach(event -> rows.add(new Object[] {event.id(), event.at(), node, event.event()}));
        InsertMissing outbox = InsertMissing.into("protection.outbox", "id, at, node, event", "id");
        transactions.run(session -> outbox.run(session, rows));
    }

    @Override
    public int integrate(int most, Integrator integrator) {
        return transactions.call(session -> {
            LogHead head = lock(session);
            List<OutboxEvent> waiting = session.query(
                    "SELECT id, at, event FROM protection.outbox ORDER BY at, id LIMIT ?",
                    row -> new OutboxEvent(row.uuid(1), row.instant(2), row.bytes(3)),
                    most);
            if (!waiting.isEmpty()) {
                store(session, head, waiting, integrator.integrate(head, waiting));
            }
            return waiting.size();
        });
    }

    private static LogHead lock(SqlSession session) throws SQLException {
        if (session.query(HEAD, JdbcAuditStore::head).isEmpty()) {
            Object[] empty = {1, 0L, new byte[0], ""};
            InsertMissing.into("protection.log_head", "id, size, subtrees, checkpoint", "id")
                    .run(session, List.<@Nullable Object[]>of(empty));
        }
        return session.first(HEAD + " FOR UPDATE", JdbcAuditStore::head).orElseThrow();
    }

    private static void store(SqlSession session, LogHead before, List<OutboxEvent> taken, Integration made)
            throws SQLException {
        LogHead head = made.head();
        made.requireFits(before, taken.size());
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (byte[] leaf : made.leaves()) {
            entries.add(new Object[] {before.size() + entries.size(), leaf});
        }
        session.batch("INSERT INTO protection.log_entry (position, leaf) VALUES (?, ?)", entries);
        LogIndexSql.insert(session, before.size(), made.terms());
        session.update(
                "UPDATE protection.log_head SET size = ?, subtrees = ?, checkpoint = ? WHERE id = 1",
                head.size(),
                joined(head.range()),
                head.checkpoint());
        session.updateIn(
                "DELETE FROM protection.outbox WHERE id IN ",
                taken.stream().map(OutboxEvent::id).toList());
    }

    @Override
    public LogHead head() {
        return transactions.call(
                session -> session.first(HEAD, JdbcAuditStore::head).orElse(LogHead.EMPTY));
    }

    @Override
    public List<LogEntry> entries(long from, int most) {
        return transactions.call(session -> session.query(
                "SELECT position, leaf FROM protection.log_entry WHERE position >= ? ORDER BY position LIMIT ?",
                row -> new LogEntry(row.number(1), row.bytes(2)),
                from,
                most));
    }

    @Override
    public List<LogEntry> find(List<Set<Long>> conditions, long from, int most) {
        if (conditions.isEmpty()) {
            return entries(from, most);
        }
        return transactions.call(session -> {
            List<Long> positions = LogIndexSql.positions(session, conditions, from, most);
            return session
                    .queryIn(
                            "SELECT position, leaf FROM protection.log_entry WHERE position IN ",
                            row -> new LogEntry(row.number(1), row.bytes(2)),
                            positions)
                    .stream()
                    .sorted(Comparator.comparingLong(LogEntry::index))
                    .toList();
        });
    }

    @Override
    public List<Set<Long>> terms(long from, int most) {
        return transactions.call(session -> LogIndexSql.terms(session, from, most));
    }

    private static LogHead head(SqlRow row) throws SQLException {
        byte[] joined = row.bytes(2);
        List<byte[]> range = new ArrayList<>();
        for (int at = 0; at < joined.length; at += HASH) {
            range.add(Arrays.copyOfRange(joined, at, at + HASH));
        }
        return new LogHead(row.number(1), range, row.text(3));
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        hashes.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
