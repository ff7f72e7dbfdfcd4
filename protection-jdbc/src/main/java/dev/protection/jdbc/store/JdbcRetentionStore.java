package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.PlacedHold;
import dev.protection.retention.RetentionStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Legal holds beside the application's data. */
final class JdbcRetentionStore implements RetentionStore {
    private static final String COLUMNS = "id, subject, tenant, kind, subject_id, matter, reason, review_at, placed_by,"
            + " placed_at, released_by, released_at, release_reason";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM protection.legal_hold WHERE ";

    private final SqlTransactions transactions;

    JdbcRetentionStore(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void place(PlacedHold placed) {
        LegalHold hold = placed.hold();
        SubjectRef subject = hold.subject();
        Object[] row = {
            placed.id().toString(),
            KeyDigests.subject(subject),
            subject.tenant().value(),
            subject.kind(),
            subject.id(),
            hold.matter(),
            hold.reason(),
            hold.reviewAt(),
            placed.placedBy(),
            placed.placedAt(),
            placed.release().map(PlacedHold.Release::by),
            placed.release().map(PlacedHold.Release::at),
            placed.release().map(PlacedHold.Release::reason)
        };
        InsertMissing holds = InsertMissing.into("protection.legal_hold", COLUMNS, "id");
        transactions.run(session -> holds.run(session, List.<@Nullable Object[]>of(row)));
    }

    @Override
    public Optional<PlacedHold> release(HoldId id, PlacedHold.Release release) {
        return transactions.call(session -> {
            session.update(
                    "UPDATE protection.legal_hold SET released_by = ?, released_at = ?, release_reason = ?"
                            + " WHERE id = ? AND released_at IS NULL",
                    release.by(),
                    release.at(),
                    release.reason(),
                    id.toString());
            return find(session, id);
        });
    }

    @Override
    public Optional<PlacedHold> find(HoldId id) {
        return transactions.call(session -> find(session, id));
    }

    private static Optional<PlacedHold> find(SqlSession session, HoldId id) throws SQLException {
        return session.first(SELECT + "id = ?", JdbcRetentionStore::read, id.toString());
    }

    @Override
    public List<PlacedHold> inForce(Collection<SubjectRef> subjects) {
        List<byte[]> digests =
                new HashSet<>(subjects).stream().map(KeyDigests::subject).toList();
        return sorted(transactions.call(session ->
                session.queryIn(SELECT + "released_at IS NULL AND subject IN ", JdbcRetentionStore::read, digests)));
    }

    @Override
    public List<PlacedHold> inForce() {
        return sorted(
                transactions.call(session -> session.query(SELECT + "released_at IS NULL", JdbcRetentionStore::read)));
    }

    @Override
    public void forget(SubjectRef subject) {
        transactions.run(session -> session.update(
                "DELETE FROM protection.legal_hold WHERE subject = ? AND released_at IS NOT NULL",
                KeyDigests.subject(subject)));
    }

    private static List<PlacedHold> sorted(List<PlacedHold> holds) {
        return holds.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private static PlacedHold read(SqlRow row) throws SQLException {
        SubjectRef subject = new SubjectRef(TenantId.of(row.text(3)), row.text(4), row.text(5));
        LegalHold hold = new LegalHold(subject, row.text(6), row.text(7), row.optionalInstant(8));
        return new PlacedHold(
                new HoldId(UUID.fromString(row.text(1))), hold, row.text(9), row.instant(10), release(row));
    }

    private static Optional<PlacedHold.Release> release(SqlRow row) throws SQLException {
        return row.optionalText(11).isEmpty()
                ? Optional.empty()
                : Optional.of(new PlacedHold.Release(row.text(11), row.instant(12), row.text(13)));
    }
}
