package dev.protection.testing.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The JDBC URL of a server, {@code jdbc:<kind>://<host>:<port>/<database>?<parameters>}. */
record ServerUrl(String url) {

    /** The same server and user, another database. */
    String withDatabase(String name) {
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        String server = slash < 0 ? beforeQuery() : url.substring(0, slash);
        return server + "/" + name + query();
    }

    /** Creates the database; one on a server that is not ours is dropped again when the JVM ends. */
    String createDatabase(String name, boolean dropAtExit) {
        execute("CREATE DATABASE " + name);
        if (dropAtExit) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> execute("DROP DATABASE IF EXISTS " + name)));
        }
        return withDatabase(name);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("test server refused: " + sql, e);
        }
    }

    private String beforeQuery() {
        return url.substring(0, url.length() - query().length());
    }

    private String query() {
        int mark = url.indexOf('?');
        return mark < 0 ? "" : url.substring(mark);
    }
}
