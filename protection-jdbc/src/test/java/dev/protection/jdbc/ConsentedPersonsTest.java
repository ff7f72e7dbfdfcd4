package dev.protection.jdbc;

import static dev.protection.jdbc.Persons.as;
import static dev.protection.jdbc.Persons.contact;
import static dev.protection.jdbc.Persons.counted;
import static dev.protection.jdbc.Persons.filled;
import static dev.protection.jdbc.Persons.insert;
import static dev.protection.jdbc.Persons.names;
import static dev.protection.jdbc.Persons.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Stores;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Consents at the database: whose rows a statement for a purpose that rests on consent reaches, and until when. */
class ConsentedPersonsTest {
    private static final Indication FORM = Indication.of("notice 3", "web form, box ticked");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));

    private Shielded shielded(TestDatabase database) {
        return Shielded.on(database.freshDatabase(), ConsentedPersonsTest::declared, more -> more.clock(now::get));
    }

    private static String declared(String text) {
        return text.replace(
                        "  newsletter:",
                        "  research: { basis: consent, categories: [name, location], consent: { lasts: P1M } }\n  newsletter:")
                .replace("purposes: [support, newsletter]", "purposes: [support, newsletter, research]")
                .replace("for: [support]", "for: [support, research]")
                .replace("allow: [READ, MODIFY, DELETE]", "allow: [READ, COPY, MODIFY, DELETE]");
    }

    private static ConsentStatus status(Shielded shielded, int id) {
        try (Scope scope = as("support")) {
            return shielded.protection().consents().status(contact(id), "research");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rowsAreReachedWhileThePersonConsents_alsoByStatementsThatWerePreparedBefore(TestDatabase database)
            throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded);
                PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM page_contact")) {
            assertThat(counted(count, "research")).as("nobody was asked").isZero();
            assertThat(status(shielded, 1)).isEqualTo(ConsentStatus.UNKNOWN);
            submit(shielded, SubjectRequest.giveConsent(contact(1), "research", FORM));
            submit(shielded, SubjectRequest.giveConsent(contact(3), "research", FORM));
            assertThat(counted(count, "research")).isEqualTo(2);
            assertThat(names(connection, "research")).containsExactly("Ann", "Cid");
            assertThat(names(connection, "support")).as("rests on a contract").containsExactly("Ann", "Ben", "Cid");
            submit(shielded, SubjectRequest.withdrawConsent(contact(1), "research", FORM));
            assertThat(counted(count, "research")).isEqualTo(1);
            assertThat(status(shielded, 1)).isEqualTo(ConsentStatus.WITHDRAWN);
            now.set(Instant.parse("2026-04-01T09:59:59.999Z"));
            assertThat(counted(count, "research")).isEqualTo(1);
            now.set(Instant.parse("2026-04-01T10:00:00Z"));
            assertThat(counted(count, "research")).as("after a month").isZero();
            assertThat(status(shielded, 3)).isEqualTo(ConsentStatus.EXPIRED);
            submit(
                    shielded,
                    SubjectRequest.giveConsent(
                            contact(3), "research", FORM.until(Instant.parse("2026-04-01T10:00:01Z"))));
            assertThat(counted(count, "research")).as("renewed").isEqualTo(1);
            now.set(Instant.parse("2026-04-01T10:00:01Z"));
            assertThat(counted(count, "research")).as("ended as said").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsWrittenWithoutConsentIsRefusedOrReachesNothing(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            submit(shielded, SubjectRequest.giveConsent(contact(1), "research", FORM));
            try (Scope scope = as("research")) {
                Shielded.run(
                        connection,
                        "UPDATE page_contact SET city = 'Espoo'",
                        "UPDATE page_contact SET full_name = 'Bea' WHERE contact_id = 2",
                        "DELETE FROM page_contact WHERE contact_id = 3");
                assertThat(shielded.raw("SELECT city FROM page_contact ORDER BY contact_id"))
                        .containsExactly("Espoo", "Oulu", "Oulu");
                assertThatThrownBy(() -> insert(connection, 4, "Dan"))
                        .hasMessageContaining(SubjectStateException.NO_CONSENT)
                        .hasMessageNotContaining("Dan");
            }
            assertThat(names(connection, "support")).containsExactly("Ann", "Ben", "Cid");
            submit(shielded, SubjectRequest.giveConsent(contact(4), "research", FORM));
            try (Scope scope = as("research")) {
                insert(connection, 4, "Dan");
            }
            assertThat(names(connection, "research")).containsExactly("Ann", "Dan");
            assertThat(shielded.protection().audit().find(AuditQuery.ALL))
                    .as("the refusal is recorded")
                    .anyMatch(event -> SubjectStateException.NO_CONSENT.equals(
                            event.facts().get("code")));
        }
    }

    /** What was checked stays so until the commit: a withdrawal waits for the write, and no write follows it. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aWithdrawalAndAWriteComeOneAfterTheOther(TestDatabase database) throws Exception {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            submit(shielded, SubjectRequest.giveConsent(contact(1), "research", FORM));
            connection.setAutoCommit(false);
            try (Scope scope = as("research")) {
                Shielded.run(connection, "UPDATE page_contact SET city = 'Espoo' WHERE contact_id = 1");
            }
            Thread withdrawing =
                    new Thread(() -> submit(shielded, SubjectRequest.withdrawConsent(contact(1), "research", FORM)));
            withdrawing.start();
            withdrawing.join(Duration.ofMillis(300).toMillis());
            assertThat(withdrawing.isAlive()).as("it waits").isTrue();
            connection.commit();
            withdrawing.join();
            try (Scope scope = as("research")) {
                Shielded.run(connection, "UPDATE page_contact SET city = 'Vantaa' WHERE contact_id = 1");
            }
            connection.commit();
            assertThat(shielded.raw("SELECT city FROM page_contact WHERE contact_id = 1"))
                    .containsExactly("Espoo");
        }
    }

    /** A write that waited for a withdrawal sees it, although it looked for its rows before. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aWriteThatWaitedForAWithdrawalChangesNothing(TestDatabase database) throws Exception {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            submit(shielded, SubjectRequest.giveConsent(contact(1), "research", FORM));
            Thread writing = new Thread(() -> {
                try (Scope scope = as("research")) {
                    Shielded.run(
                            connection,
                            "UPDATE page_contact SET full_name = 'Eve' WHERE contact_id = 1 AND client_id = 'acme'");
                } catch (SQLException refused) {
                    // as it may be: what counts is what is stored
                }
            });
            ((Stores.Holder) shielded.protection()).states().update(contact(1), state -> {
                writing.start();
                waitFor(writing);
                return state.withoutConsent("research");
            });
            writing.join();
            assertThat(names(connection, "support")).containsExactly("Ann", "Ben", "Cid");
        }
    }

    private static void waitFor(Thread thread) {
        try {
            thread.join(Duration.ofMillis(700).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theHistoryIsKept_isProven_isPartOfTheCopy_andGoesWithThePerson(TestDatabase database) throws Exception {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            submit(shielded, SubjectRequest.giveConsent(contact(2), "research", FORM));
            now.set(Instant.parse("2026-03-01T10:01:00Z"));
            submit(shielded, SubjectRequest.withdrawConsent(contact(2), "research", Indication.of("-", "telephone")));
            now.set(Instant.parse("2026-03-01T10:02:00Z"));
            submit(shielded, SubjectRequest.giveConsent(contact(2), "research", FORM));
            try (Scope scope = as("support")) {
                assertThat(shielded.protection().consents().history(contact(2)))
                        .extracting(ConsentEvent::status)
                        .containsExactly(ConsentStatus.GIVEN, ConsentStatus.WITHDRAWN, ConsentStatus.GIVEN);
                ByteArrayOutputStream proof = new ByteArrayOutputStream();
                shielded.protection().consents().prove(contact(2), proof);
                assertThat(proof.toString(StandardCharsets.UTF_8))
                        .contains("dpv:ConsentRecord", "notice 3", "telephone", "gdpr#A6-1-a", "ConsentWithdrawn");
                RequestId copy = shielded.protection().rights().submit(SubjectRequest.export(contact(2)));
                assertThat(shielded.protection()
                                .rights()
                                .await(copy, Duration.ofSeconds(30))
                                .state())
                        .isEqualTo(RequestState.FULFILLED);
                RequestId erasure = shielded.protection().rights().submit(SubjectRequest.erase(contact(2)));
                shielded.protection().rights().approve(erasure);
                assertThat(shielded.protection()
                                .rights()
                                .await(erasure, Duration.ofSeconds(30))
                                .state())
                        .isEqualTo(RequestState.FULFILLED);
                assertThat(shielded.protection().consents().history(contact(2))).isEmpty();
                assertThatThrownBy(() -> shielded.protection()
                                .rights()
                                .submit(SubjectRequest.giveConsent(contact(2), "research", FORM)))
                        .hasMessageContaining(SubjectStateException.ERASED);
            }
            assertThat(names(connection, "research")).isEmpty();
        }
    }
}
