package dev.protection.jdbc.store;

import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests beside the application's data; a commit changes exactly the version it follows. */
final class JdbcRequestStore implements RequestStore {
    private static final String SELECT = "SELECT id, kind, version, state, subject_hash, single, due_at, changed_at,"
            + " content FROM protection.request WHERE ";

    private final SqlTransactions transactions;

    JdbcRequestStore(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public RequestRecord putIfAbsent(RequestRecord request) {
        return transactions.call(session -> {
            Optional<RequestRecord> kept = session.first(
                    SELECT + "id = ? OR single = ?",
                    JdbcRequestStore::read,
                    request.id().toString(),
                    request.unique());
            if (kept.isEmpty()) {
                insert(session, request);
            }
            return kept.orElse(request);
        });
    }

    /** Another that was quicker is a duplicate: the transaction is run again and finds it. */
    private static void insert(SqlSession session, RequestRecord request) throws SQLException {
        session.update(
                "INSERT INTO protection.request (id, kind, version, state, subject_hash, single, due_at, changed_at,"
                        + " content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                request.id().toString(),
                request.kind().name(),
                request.version(),
                request.state().name(),
                request.subject(),
                request.unique(),
                request.dueAt(),
                request.changedAt(),
                request.content());
    }

    @Override
    public Optional<RequestRecord> find(RequestId id) {
        return transactions.call(session -> session.first(SELECT + "id = ?", JdbcRequestStore::read, id.toString()));
    }

    @Override
    public void commit(RequestRecord next) {
        int changed = transactions.call(session -> session.update(
                "UPDATE protection.request SET kind = ?, version = ?, state = ?, subject_hash = ?, single = ?,"
                        + " due_at = ?, changed_at = ?, content = ? WHERE id = ? AND version = ?",
                next.kind().name(),
                next.version(),
                next.state().name(),
                next.subject(),
                next.unique(),
                next.dueAt(),
                next.changedAt(),
                next.content(),
                next.id().toString(),
                next.version() - 1));
        if (changed == 0) {
            throw RequestException.stale(next.id());
        }
    }

    @Override
    public List<RequestRecord> due(Instant until, int most) {
        return transactions.call(session ->
                session.query(SELECT + "due_at <= ? ORDER BY due_at, id LIMIT ?", JdbcRequestStore::read, until, most));
    }

    @Override
    public List<RequestRecord> ofSubject(String subject) {
        return transactions.call(
                session -> session.query(SELECT + "subject_hash = ?", JdbcRequestStore::read, subject));
    }

    private static RequestRecord read(SqlRow row) throws SQLException {
        return new RequestRecord(
                RequestId.parse(row.text(1)),
                RequestKind.valueOf(row.text(2)),
                row.number(3),
                RequestState.valueOf(row.text(4)),
                row.optionalText(5),
                row.optionalText(6),
                row.optionalInstant(7),
                row.instant(8),
                row.bytes(9));
    }
}
