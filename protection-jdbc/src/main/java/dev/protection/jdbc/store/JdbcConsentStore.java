package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.lawfulness.Indication;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to consents, beside the application's data. */
final class JdbcConsentStore implements ConsentStore {
    private static final String COLUMNS =
            "id, subject, number, tenant, kind, subject_id, purpose, status, at, recorded_by,"
                    + " notice, method, said_until, ends_at";

    private final SqlTransactions transactions;

    JdbcConsentStore(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(ConsentEvent event) {
        InsertMissing events = InsertMissing.into("protection.consent_event", COLUMNS, "id");
        byte[] subject = KeyDigests.subject(event.subject());
        transactions.run(session -> {
            long number = session.first(
                            "SELECT COALESCE(MAX(number), -1) + 1 FROM protection.consent_event WHERE subject = ?",
                            row -> row.number(1),
                            subject)
                    .orElse(0L);
            events.run(session, List.<@Nullable Object[]>of(row(event, subject, number)));
        });
    }

    private static @Nullable Object[] row(ConsentEvent event, byte[] subject, long number) {
        return new @Nullable Object[] {
            event.id().toString(),
            subject,
            number,
            event.subject().tenant().value(),
            event.subject().kind(),
            event.subject().id(),
            event.purpose(),
            event.status().name(),
            event.at(),
            event.recordedBy(),
            event.how().notice(),
            event.how().method(),
            event.how().until().map(Instant::toEpochMilli),
            event.until().toEpochMilli()
        };
    }

    @Override
    public List<ConsentEvent> of(SubjectRef subject) {
        return transactions.call(session -> session.query(
                "SELECT " + COLUMNS + " FROM protection.consent_event WHERE subject = ? ORDER BY number",
                JdbcConsentStore::read,
                KeyDigests.subject(subject)));
    }

    private static ConsentEvent read(SqlRow row) throws SQLException {
        Optional<Instant> said = row.optional(13, Long.class).map(Instant::ofEpochMilli);
        return new ConsentEvent(
                UUID.fromString(row.text(1)),
                new SubjectRef(TenantId.of(row.text(4)), row.text(5), row.text(6)),
                row.text(7),
                ConsentStatus.valueOf(row.text(8)),
                row.instant(9),
                row.text(10),
                new Indication(row.text(11), row.text(12), said),
                Instant.ofEpochMilli(row.number(14)));
    }

    @Override
    public void forget(SubjectRef subject) {
        transactions.run(session ->
                session.update("DELETE FROM protection.consent_event WHERE subject = ?", KeyDigests.subject(subject)));
    }
}
