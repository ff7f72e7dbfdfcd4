package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.PlacedHold;
import dev.protection.rights.ErasureLedger;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.testing.servers.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcRightsStoresTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("client"), "contact", "anna");
    private static final SubjectRef OTHER_CASE = SubjectRef.of(TenantId.of("client"), "contact", "Anna");

    @ParameterizedTest
    @EnumSource
    void requests_areKeptOnceAndChangedByOneWorkerOnly(TestDatabase database) {
        try (OpenStores stores = new OpenStores(database)) {
            JdbcRequestStore one = new JdbcRequestStore(stores.empty());
            JdbcRequestStore other = new JdbcRequestStore(stores.another());
            RequestRecord first = request(1, Optional.of("erase:1"), Optional.of(NOW));
            assertThat(one.putIfAbsent(first)).isEqualTo(first);
            assertThat(other.putIfAbsent(request(1, Optional.of("erase:1"), Optional.empty())))
                    .isEqualTo(first);
            assertThat(other.find(first.id())).contains(first);
            RequestRecord next = next(first, Optional.empty());
            other.commit(next);
            assertThatThrownBy(() -> one.commit(next(first, Optional.of(NOW))))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(RequestException.STALE);
            assertThat(one.find(first.id())).contains(next);
            assertThat(one.due(NOW, 10)).isEmpty();
            assertThat(one.ofSubject("ab")).containsExactly(next);
            assertThat(one.ofSubject("AB")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void requests_thatAreDue_comeInOrder(TestDatabase database) {
        try (OpenStores stores = new OpenStores(database)) {
            JdbcRequestStore requests = new JdbcRequestStore(stores.empty());
            RequestRecord later = requests.putIfAbsent(request(1, Optional.empty(), Optional.of(NOW)));
            RequestRecord sooner = requests.putIfAbsent(request(1, Optional.empty(), Optional.of(NOW.minusSeconds(1))));
            requests.putIfAbsent(request(1, Optional.empty(), Optional.of(NOW.plusNanos(1_000))));
            assertThat(requests.due(NOW, 10)).containsExactly(sooner, later);
            assertThat(requests.due(NOW, 1)).containsExactly(sooner);
        }
    }

    private static RequestRecord request(long version, Optional<String> unique, Optional<Instant> due) {
        return new RequestRecord(
                new RequestId(UUID.randomUUID()),
                RequestKind.ERASE,
                version,
                RequestState.ACCEPTED,
                Optional.of("ab"),
                unique,
                due,
                NOW,
                new byte[] {1, 2, 3});
    }

    private static RequestRecord next(RequestRecord before, Optional<Instant> due) {
        return new RequestRecord(
                before.id(),
                before.kind(),
                before.version() + 1,
                RequestState.FULFILLED,
                before.subject(),
                Optional.empty(),
                due,
                NOW,
                new byte[0]);
    }

    @ParameterizedTest
    @EnumSource
    void ledger_takesEachPositionAndIdOnce(TestDatabase database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (OpenStores stores = new OpenStores(database)) {
            JdbcErasureLedger ledger = new JdbcErasureLedger(stores.empty());
            assertThat(ledger.last()).isEmpty();
            assertThat(ledger.append(line(1, "gap"))).isFalse();
            List<Future<Boolean>> rivals = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String id = "rival " + i;
                rivals.add(threads.submit(() -> ledger.append(line(0, id))));
            }
            int kept = 0;
            for (Future<Boolean> rival : rivals) {
                kept += rival.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(1);
            ErasureLedger.Line first = ledger.last().orElseThrow();
            assertThat(ledger.append(line(1, first.id()))).isFalse();
            assertThat(ledger.append(line(1, "second"))).isTrue();
            assertThat(ledger.find("second")).contains(line(1, "second"));
            assertThat(ledger.find("SECOND")).isEmpty();
            assertThat(ledger.lines(0, 10)).containsExactly(first, line(1, "second"));
            assertThat(ledger.lines(1, 10)).containsExactly(line(1, "second"));
        } finally {
            threads.shutdownNow();
        }
    }

    private static ErasureLedger.Line line(long position, String id) {
        return new ErasureLedger.Line(position, id, new byte[] {(byte) position});
    }

    @ParameterizedTest
    @EnumSource
    void holds_stayUntilReleasedAndKeepTheirFirstRelease(TestDatabase database) {
        try (OpenStores stores = new OpenStores(database)) {
            JdbcRetentionStore holds = new JdbcRetentionStore(stores.empty());
            PlacedHold hold = new PlacedHold(
                    new HoldId(UUID.randomUUID()),
                    new LegalHold(ANNA, "case 1", "a suit", Optional.of(NOW)),
                    "lawyer",
                    NOW,
                    Optional.empty());
            holds.place(hold);
            holds.place(hold);
            assertThat(holds.inForce()).containsExactly(hold);
            assertThat(holds.inForce(List.of(ANNA, ANNA, OTHER_CASE))).containsExactly(hold);
            assertThat(holds.inForce(List.of(OTHER_CASE))).isEmpty();
            holds.forget(ANNA);
            PlacedHold.Release release = new PlacedHold.Release("lawyer", NOW, "settled");
            assertThat(holds.release(hold.id(), release).orElseThrow().release())
                    .contains(release);
            PlacedHold.Release second = new PlacedHold.Release("other", NOW, "again");
            assertThat(holds.release(hold.id(), second).orElseThrow().release()).contains(release);
            assertThat(holds.release(new HoldId(UUID.randomUUID()), release)).isEmpty();
            assertThat(holds.inForce(List.of(ANNA))).isEmpty();
            assertThat(holds.find(hold.id())).isPresent();
            holds.forget(ANNA);
            assertThat(holds.find(hold.id())).isEmpty();
        }
    }
}
