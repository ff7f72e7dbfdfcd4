/** Where it happens: the JDBC interceptor, and the stores that keep state in a database. */
module dev.protection.jdbc {
    requires transitive dev.protection.core;
    requires transitive java.sql;
    requires java.sql.rowset;
    requires com.github.benmanes.caffeine;
    requires com.github.kagkarlsson.scheduler;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.protection.jdbc;

    uses java.sql.Driver;

    provides java.sql.Driver with
            dev.protection.jdbc.ProtectedDriver;
    provides dev.protection.core.StoresProvider with
            dev.protection.jdbc.store.JdbcStoresProvider;
}
