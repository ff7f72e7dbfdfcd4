package dev.protection.jdbc.attack;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One node of the attacked application: it knows a URL and a file, and nothing else. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String inner;
    private final Path configuration;
    private final Protection protection;

    private Node(String inner, Path configuration) throws SQLException {
        this.inner = inner;
        this.configuration = configuration;
        try (Connection connection = connection()) {
            this.protection = connection.unwrap(Protection.class);
        }
    }

    /**
     * Starts a node.
     *
     * @param inner the URL of its database
     * @param state where its root key and anchor are
     */
    static Node on(String inner, State state) throws SQLException {
        return new Node(inner, state.configuration());
    }

    static Node on(String inner, Path configuration) throws SQLException {
        return new Node(inner, configuration);
    }

    /** Another node like this one. */
    Node again() throws SQLException {
        return new Node(inner, State.copyOf(configuration));
    }

    Protection protection() {
        return protection;
    }

    /** A protected connection. */
    Connection connection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("protection", configuration.toString());
        return DriverManager.getConnection("jdbc:protected:" + inner.substring("jdbc:".length()), properties);
    }

    /** A connection beneath. */
    Connection beneath() throws SQLException {
        return DriverManager.getConnection(inner);
    }

    static Scope as(String role, String purpose, String tenant) {
        return ProtectionContext.of(Actor.of(role + "-of-" + tenant, role, tenant), purpose, TenantId.of(tenant))
                .open();
    }

    static SubjectRef contact(String tenant, int id) {
        return SubjectRef.of(TenantId.of(tenant), "contact", id);
    }

    /** Has a person erased, as far as it goes. */
    RequestStatus erase(SubjectRef subject) {
        try (Scope scope = as("dpo", "onboarding", subject.tenant().value())) {
            RequestId id = protection.rights().submit(SubjectRequest.erase(subject));
            protection.rights().approve(id);
            return protection.rights().await(id, PATIENCE);
        }
    }

    /** The first column of all rows. */
    static List<String> column(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getObject(1)));
            }
        }
        return found;
    }

    static int change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        protection.close();
    }
}
