package dev.protection.jdbc.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed (SIGKILL) before and after each commit of a job, and another takes up what it left: it ends where a
 * run that nobody disturbed has ended.
 */
class KilledTest {
    /** Of so many places each build tries this many, evenly spread. */
    private static final int SAMPLE = 3;

    @ParameterizedTest
    @EnumSource
    void endsWhereItWouldHaveEnded(Errand errand) throws Exception {
        Crashes crashes = Crashes.on(TestDatabase.POSTGRESQL);
        Crashes.Calm calm = crashes.calm(errand);
        assertThat(calm.places()).isGreaterThan(4);
        for (int i = 1; i <= SAMPLE; i++) {
            killedAt(crashes, errand, calm, Math.max(1, calm.places() * i / (SAMPLE + 1)));
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void killedAnywhere_postgresql(Errand errand) throws Exception {
        everywhere(TestDatabase.POSTGRESQL, errand);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void killedAnywhere_mariadb(Errand errand) throws Exception {
        everywhere(TestDatabase.MARIADB, errand);
    }

    private static void everywhere(TestDatabase database, Errand errand) throws Exception {
        Crashes crashes = Crashes.on(database);
        Crashes.Calm calm = crashes.calm(errand);
        for (int place = 1; place <= calm.places(); place++) {
            killedAt(crashes, errand, calm, place);
        }
    }

    private static void killedAt(Crashes crashes, Errand errand, Crashes.Calm calm, int place) throws Exception {
        assertThat(crashes.killedAt(errand, place))
                .as("killed at %d of %d", place, calm.places())
                .isEqualTo(calm.end());
    }
}
