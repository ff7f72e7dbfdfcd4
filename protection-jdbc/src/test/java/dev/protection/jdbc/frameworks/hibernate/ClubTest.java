package dev.protection.jdbc.frameworks.hibernate;

import dev.protection.jdbc.frameworks.SideBySide;
import dev.protection.testing.servers.TestDatabase;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hibernate sees no difference. */
class ClubTest {
    @ParameterizedTest
    @EnumSource
    void aHibernateApplication_seesNoDifference(TestDatabase database) throws Exception {
        SideBySide.compare(database, "/frameworks/hibernate.yaml", Set.of(), Club::run);
    }
}
