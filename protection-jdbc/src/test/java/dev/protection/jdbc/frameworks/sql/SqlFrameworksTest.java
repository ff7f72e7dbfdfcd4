package dev.protection.jdbc.frameworks.sql;

import dev.protection.jdbc.frameworks.Application;
import dev.protection.jdbc.frameworks.SideBySide;
import dev.protection.testing.servers.TestDatabase;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frameworks that send the program's own SQL see no difference. */
class SqlFrameworksTest {
    @ParameterizedTest
    @EnumSource
    void jdbi_seesNoDifference(TestDatabase database) throws Exception {
        compare(database, JdbiApplication::run);
    }

    @ParameterizedTest
    @EnumSource
    void myBatis_seesNoDifference(TestDatabase database) throws Exception {
        compare(database, MyBatisApplication::run);
    }

    /** On the others it casts parameters: {@code CAST(? AS varchar)}. */
    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void jooq_seesNoDifference(TestDatabase database) throws Exception {
        compare(database, JooqApplication::run);
    }

    @ParameterizedTest
    @EnumSource
    void dbUtils_seesNoDifference(TestDatabase database) throws Exception {
        compare(database, DbUtilsApplication::run);
    }

    private static void compare(TestDatabase database, Application application) throws Exception {
        SideBySide.compare(database, "/frameworks/people.yaml", Set.of(), application);
    }
}
