package dev.protection.jdbc;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.rights.PersonalDataSource;
import dev.protection.testing.servers.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An application whose data, keys and ledger are three databases, so that each can be restored on its own. */
final class RestoredHost implements AutoCloseable {
    final String data;
    final String keys;
    private final Path configuration;
    private final PersonalDataSource[] sources;
    Protection protection;

    RestoredHost(TestDatabase database, Path folder, PersonalDataSource... sources) throws IOException, SQLException {
        this.data = database.freshDatabase();
        this.keys = database.freshDatabase();
        this.sources = sources;
        this.configuration =
                Files.writeString(folder.resolve("protection.yaml"), text(database.freshDatabase(), folder));
        this.protection = start();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE contact (id INT NOT NULL PRIMARY KEY, client_id VARCHAR(40) NOT NULL,"
                    + " full_name VARCHAR(200), city VARCHAR(80))");
        }
    }

    private String text(String ledger, Path folder) {
        return """
                controller: { name: Example Oy, contact: dpo@example.com }
                purposes:
                  support: { basis: contract, categories: [name, location] }
                datasets:
                  contact:
                    key: [id]
                    purposes: [support]
                    subject: { contact: id }
                    tenant: client_id
                    fields:
                      full_name: { category: name, encrypt: true, search: [equality], collation: exact }
                      city:      { category: location }
                roles:
                  officer: { allow: [READ, COPY, MODIFY, DELETE], for: [support], categories: [name, location], tenants: own }
                keys: { root: "file:%1$s/root.json" }
                stores:
                  keys:   { url: "%2$s" }
                  ledger: { url: "%3$s" }
                  anchor: ["file:%1$s/anchor"]
                profile: development
                """.formatted(folder, keys, ledger);
    }

    private Protection start() {
        Protection.Builder builder = Protection.builder()
                .config(configuration.toString())
                .dataStore(new StoresSettings.Database(data, Optional.empty(), Optional.empty()));
        for (PersonalDataSource source : sources) {
            builder.source(source);
        }
        return builder.build();
    }

    /** Stops the node, and starts it anew over the databases as they are then. */
    void restartAfter(SqlWork meanwhile) throws SQLException {
        protection.close();
        meanwhile.run();
        protection = start();
    }

    interface SqlWork {
        void run() throws SQLException;
    }

    /** What one thread does under a context of the officer. */
    Scope officer() {
        return ProtectionContext.of(Actor.of("dpo", "officer", "acme"), "support", TenantId.of("acme"))
                .open();
    }

    /** A new physical connection. */
    Connection connect() throws SQLException {
        return ProtectedDataSource.wrap(new UrlDataSource(data), protection).getConnection();
    }

    void insert(int id, String name) throws SQLException {
        try (Scope scope = officer();
                Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO contact (id, client_id, full_name, city) VALUES (?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, "acme");
            insert.setString(3, name);
            insert.setString(4, "Oulu " + id);
            insert.executeUpdate();
        }
    }

    List<String> names() throws SQLException {
        try (Scope scope = officer();
                Connection connection = connect()) {
            return texts(connection, "SELECT full_name FROM contact ORDER BY id");
        }
    }

    /** What the data's database holds of the application's, but for the random cells. */
    List<String> stored() throws SQLException {
        try (Connection connection = DriverManager.getConnection(data)) {
            List<String> stored = texts(
                    connection,
                    "SELECT CONCAT(id, ' ', COALESCE(city, '-'), ' ',"
                            + " CASE WHEN full_name_index IS NULL THEN '-' ELSE 'term' END) FROM contact ORDER BY id");
            String schema = data.startsWith("jdbc:mariadb") ? connection.getCatalog() + "_protection" : "protection";
            stored.addAll(
                    texts(connection, "SELECT CONCAT(kind, id, phase) FROM " + schema + ".subject_state ORDER BY id"));
            stored.addAll(
                    texts(connection, "SELECT CONCAT('tombstones ', COUNT(*)) FROM " + schema + ".subject_tombstone"));
            return stored;
        }
    }

    /** How many keys live. */
    List<String> living() throws SQLException {
        try (Connection connection = DriverManager.getConnection(keys)) {
            String schema = keys.startsWith("jdbc:mariadb") ? connection.getCatalog() + "_protection" : "protection";
            return texts(
                    connection,
                    "SELECT subject_id FROM " + schema + ".subject_key WHERE state = 'ACTIVE' ORDER BY subject_id");
        }
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        protection.close();
    }
}
