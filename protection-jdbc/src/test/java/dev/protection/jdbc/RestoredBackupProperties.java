package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.QuarantineException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever happened before and after a backup: restored, it is as if it had not been, but for what came after it. */
class RestoredBackupProperties {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What happens to one of three persons. */
    record Step(boolean erase, int person) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Arbitraries.of(true, false)
                .flatMap(erase -> Arbitraries.integers().between(1, 3).map(person -> new Step(erase, person)));
        return step.list().ofMinSize(2).ofMaxSize(7);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void whoWasErasedStaysErasedAndNobodyElse(
            @ForAll("histories") List<Step> before, @ForAll("histories") List<Step> after) throws Exception {
        Path folder = Files.createTempDirectory("restored");
        try (RestoredHost host = new RestoredHost(TestDatabase.H2, folder)) {
            Model model = new Model(host);
            for (Step step : before) {
                model.take(step);
            }
            TableCopies data = TableCopies.of(host.data);
            TableCopies keys = TableCopies.of(host.keys);
            List<String> names = new ArrayList<>(model.names());
            Set<Integer> rows = new TreeSet<>(model.rows.keySet());
            model.sinceBackup.clear();
            for (Step step : after) {
                model.take(step);
            }
            data.restore();
            keys.restore();
            model.restored(rows, names);
            model.check();
        }
    }

    /** Who must be readable, and who must not. */
    private static final class Model {
        private final RestoredHost host;
        private final TreeMap<Integer, String> rows = new TreeMap<>();
        private final Set<Integer> erased = new TreeSet<>();
        private final Set<Integer> sinceBackup = new TreeSet<>();

        Model(RestoredHost host) {
            this.host = host;
        }

        private static SubjectRef person(int id) {
            return SubjectRef.of(TenantId.of("acme"), "contact", id);
        }

        void take(Step step) throws SQLException {
            if (step.erase()) {
                erase(step.person());
            } else if (erased.contains(step.person())) {
                try (Scope scope = host.officer()) {
                    host.protection.rights().readmit(person(step.person()), "case 7");
                }
                erased.remove(step.person());
            } else if (!rows.containsKey(step.person())) {
                host.insert(step.person(), "Name " + step.person());
                rows.put(step.person(), "Name " + step.person());
            }
        }

        private void erase(int id) {
            if (erased.contains(id)) {
                return;
            }
            try (Scope scope = host.officer()) {
                RequestId request = host.protection.rights().submit(SubjectRequest.erase(person(id)));
                host.protection.rights().approve(request);
                assertThat(host.protection.rights().await(request, PATIENCE).state())
                        .isEqualTo(RequestState.FULFILLED);
            }
            erased.add(id);
            sinceBackup.add(id);
            rows.computeIfPresent(id, (key, name) -> "null");
        }

        List<String> names() {
            return List.copyOf(rows.values());
        }

        /** The rows of the backup, without what was erased since. */
        void restored(Set<Integer> ids, List<String> names) {
            rows.clear();
            int at = 0;
            for (int id : ids) {
                rows.put(id, sinceBackup.contains(id) ? "null" : names.get(at));
                at++;
            }
        }

        void check() throws SQLException {
            Instant end = Instant.now().plus(PATIENCE);
            List<String> read = readWhenServed(end);
            assertThat(read).isEqualTo(names());
            for (int id : erased) {
                assertThatThrownBy(() -> host.insert(id, "Again")).hasMessageContaining(SubjectStateException.ERASED);
            }
            assertThat(host.stored()).contains("tombstones " + erased.size());
        }

        private List<String> readWhenServed(Instant end) throws SQLException {
            while (true) {
                try {
                    return host.names();
                } catch (SQLException e) {
                    if (!(e.getCause() instanceof QuarantineException)
                            || Instant.now().isAfter(end)) {
                        throw e;
                    }
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
            }
        }
    }
}
