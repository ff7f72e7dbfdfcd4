package dev.protection.testing.servers;

import java.util.UUID;

/** The databases that the interceptor and the stores are tried on; for {@code @EnumSource}. */
public enum TestDatabase {
    /** H2 in the memory of the test JVM. */
    H2 {
        @Override
        public String freshDatabase() {
            return "jdbc:h2:mem:" + freshName() + ";DB_CLOSE_DELAY=-1;USER=sa";
        }
    },
    /** PostgreSQL, see {@link PostgresServer}. */
    POSTGRESQL {
        @Override
        public String freshDatabase() {
            return PostgresServer.shared().freshDatabase(freshName());
        }
    },
    /** MariaDB, see {@link MariaDbServer}. */
    MARIADB {
        @Override
        public String freshDatabase() {
            return MariaDbServer.shared().freshDatabase(freshName());
        }
    };

    /**
     * Creates an empty database that nothing else uses.
     *
     * @return its JDBC URL, which names the user (and the password, if there is one)
     */
    public abstract String freshDatabase();

    private static String freshName() {
        return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
