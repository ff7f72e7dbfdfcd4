package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.QuarantineException;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup from before an erasure is restored: the person does not come back, on any way. */
class RestoredBackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("acme"), "contact", 1);

    @TempDir
    Path folder = Path.of("");

    private static void erase(RestoredHost host, SubjectRef subject) {
        try (Scope scope = host.officer()) {
            RequestId id = host.protection.rights().submit(SubjectRequest.erase(subject));
            host.protection.rights().approve(id);
            assertThat(host.protection.rights().await(id, PATIENCE).state()).isEqualTo(RequestState.FULFILLED);
        }
    }

    /** Tries until the quarantine is over; nothing else may stand in the way. */
    private static <T> T served(Callable<T> work) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return work.call();
            } catch (SQLException e) {
                if (!(e.getCause() instanceof QuarantineException)
                        || Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private static void assertGone(RestoredHost host, List<String> never) throws Exception {
        assertThat(served(host::names)).containsExactly("null", "Bert");
        assertThat(host.stored()).isEqualTo(never);
        assertThatThrownBy(() -> host.insert(1, "Anna again")).hasMessageContaining(SubjectStateException.ERASED);
        try (Connection connection = host.connect();
                Scope scope = host.officer()) {
            assertThat(RestoredHost.texts(connection, "SELECT id FROM contact WHERE full_name = 'Anna'"))
                    .isEmpty();
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (!host.living().equals(List.of("2")) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(host.living()).containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource
    void underARestartedNode_whoWasErasedStaysErased(TestDatabase database) throws Exception {
        try (RestoredHost host = new RestoredHost(database, folder)) {
            host.insert(1, "Anna");
            host.insert(2, "Bert");
            TableCopies data = TableCopies.of(host.data);
            TableCopies keys = TableCopies.of(host.keys);
            erase(host, ANNA);
            List<String> never = host.stored();
            host.restartAfter(() -> {
                data.restore();
                keys.restore();
            });
            assertGone(host, never);
        }
    }

    @ParameterizedTest
    @EnumSource
    void underARunningNode_whoWasErasedStaysErased(TestDatabase database) throws Exception {
        try (RestoredHost host = new RestoredHost(database, folder)) {
            host.insert(1, "Anna");
            host.insert(2, "Bert");
            TableCopies data = TableCopies.of(host.data);
            TableCopies keys = TableCopies.of(host.keys);
            erase(host, ANNA);
            List<String> never = host.stored();
            keys.restore();
            data.restore();
            assertGone(host, never);
        }
    }

    @Test
    void whileASourceCannotForgetNothingIsServed() throws Exception {
        StubbornSource stubborn = new StubbornSource();
        try (RestoredHost host = new RestoredHost(TestDatabase.H2, folder, stubborn)) {
            host.insert(1, "Anna");
            host.insert(2, "Bert");
            TableCopies data = TableCopies.of(host.data);
            erase(host, ANNA);
            List<String> never = host.stored();
            stubborn.fails = true;
            data.restore();
            for (int attempt = 0; attempt < 20; attempt++) {
                assertThatThrownBy(host::names)
                        .isInstanceOf(SQLException.class)
                        .hasCauseInstanceOf(QuarantineException.class)
                        .hasMessageContaining(QuarantineException.CODE);
                assertThatThrownBy(() -> host.insert(3, "Cleo")).hasCauseInstanceOf(QuarantineException.class);
                try (Scope scope = host.officer()) {
                    assertThatThrownBy(() -> host.protection.rights().submit(SubjectRequest.export(ANNA)))
                            .isInstanceOf(QuarantineException.class);
                }
            }
            stubborn.fails = false;
            assertGone(host, never);
        }
    }

    /** A source of the host without data, which does not always answer. */
    private static final class StubbornSource implements PersonalDataSource {
        private volatile boolean fails;

        @Override
        public SourceDescriptor describe() {
            return new SourceDescriptor("stubborn", 1, new TreeSet<>(), new TreeSet<>());
        }

        @Override
        public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
            if (fails) {
                throw new IllegalStateException("not now");
            }
            return Page.last(List.of());
        }

        @Override
        public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }
    }
}
