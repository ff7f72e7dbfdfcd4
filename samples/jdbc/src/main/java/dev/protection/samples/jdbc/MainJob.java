package dev.protection.samples.jdbc;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.anomaly.FindingQuery;
import dev.protection.core.Protection;
import dev.protection.lawfulness.Indication;
import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import dev.protection.rights.SubjectRequest;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** The main job, step by step, as an application goes through it that knows only JDBC. */
final class MainJob implements AutoCloseable {
    private static final int BYTES_SHOWN = 12;

    private final PrintStream out;
    private final Connection connection;
    private final Connection beneath;
    private final Protection protection;

    MainJob(Database database, PrintStream out) throws SQLException {
        this.out = out;
        Properties properties = new Properties();
        properties.setProperty("protection", "classpath:protection.yaml");
        this.connection = DriverManager.getConnection(database.protectedUrl(), properties);
        this.beneath = DriverManager.getConnection(database.url());
        this.protection = connection.unwrap(Protection.class);
    }

    void run(int people) throws SQLException {
        long begun = System.nanoTime();
        try (Scope scope = as("loader", "onboarding", "harbour-agency")) {
            Schema.create(connection);
            new People(LocalDateTime.now(ZoneOffset.UTC)).load(connection, people);
        }
        out.printf("Loaded %,d people in %,d ms.%n", people, (System.nanoTime() - begun) / 1_000_000);
        seal();
        decide();
        new RightsWalk(protection, connection, out).run();
        watch();
        prove();
    }

    private void seal() throws SQLException {
        String row = "SELECT full_name, email FROM page_contact WHERE contact_id = 1";
        try (Scope scope = as("agent", "support", "acme")) {
            out.println("1. Sealing");
            out.println("   the application reads   " + first(connection, row));
            out.println("   by e-mail it finds      contact "
                    + first(connection, "SELECT contact_id FROM page_contact WHERE email = 'person1@mail.example'"));
        }
        try (Statement statement = beneath.createStatement();
                ResultSet rows = statement.executeQuery(row)) {
            rows.next();
            out.println("   the database stores     " + hex(rows.getBytes(1)) + "  " + hex(rows.getBytes(2)));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, 0, BYTES_SHOWN) + ".. (" + bytes.length + " bytes)";
    }

    private void decide() throws SQLException {
        out.println("2. Deciding");
        try (Scope scope = as("agent", "support", "globex")) {
            out.println("   another client's agent  sees "
                    + first(connection, "SELECT COUNT(*) FROM page_contact WHERE contact_id = 1")
                    + " of contact 1");
        }
        try (Scope scope = ProtectionContext.of(
                        Actor.of("agent-of-acme", "agent", "acme"), "support", TenantId.of("globex"))
                .open()) {
            first(connection, "SELECT full_name FROM page_contact WHERE contact_id = 1");
        } catch (SQLException refused) {
            out.println("   working for a foreigner " + code(refused));
        }
        try (Scope scope = as("agent", "support", "acme")) {
            SubjectRef person = SubjectRef.of(TenantId.of("acme"), "contact", 1);
            Indication how = Indication.of("newsletter notice 3", "web form, box ticked");
            protection.rights().submit(SubjectRequest.giveConsent(person, "newsletter", how));
        }
        try (Scope scope = as("newsletter", "newsletter", "acme")) {
            out.println("   the newsletter reads    "
                    + first(connection, "SELECT full_name, email FROM page_contact WHERE contact_id = 1"));
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT full_name FROM page_contact");
        } catch (SQLException refused) {
            out.println("   without a purpose       " + code(refused));
        }
    }

    /** A refusal's message begins with its stable code. */
    private static String code(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return refused.getSQLState() + " " + message.substring(0, message.indexOf(':'));
    }

    private void watch() throws SQLException {
        out.println("4. Watching");
        try (Scope scope = as("agent", "support", "harbour-agency");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT full_name, phone FROM page_contact")) {
            int read = 0;
            while (rows.next()) {
                rows.getString(1);
                read++;
            }
            out.println("   one agent reads         " + read + " people at once");
        }
        protection
                .anomaly()
                .findings(FindingQuery.all())
                .forEach(finding ->
                        out.println("   finding                 " + finding.rule() + " by " + finding.who()));
    }

    private void prove() {
        out.println("5. Proving");
        var verification = protection.audit().verify();
        out.println("   the log has             " + verification.size() + " entries and is "
                + (verification.isWhole() ? "whole" : "broken: " + verification.problems()));
        MeasuresReport measures = protection.measures().report(Instant.now());
        out.println("   the measures promised   " + measures.sentences().size() + " sentences: "
                + Arrays.stream(MeasureStatus.values())
                        .filter(status -> measures.count(status) > 0)
                        .map(status ->
                                measures.count(status) + " " + status.inWords().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        protection.standingFindings().forEach(finding -> out.println("   still weak              " + finding.code()));
    }

    private static Scope as(String role, String purpose, String tenant) {
        return ProtectionContext.of(Actor.of(role + "-of-" + tenant, role, tenant), purpose, TenantId.of(tenant))
                .open();
    }

    static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                return "nobody";
            }
            StringBuilder values = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.append(i == 1 ? "" : ", ").append(rows.getString(i));
            }
            return values.toString();
        }
    }

    @Override
    public void close() throws SQLException {
        beneath.close();
        connection.close();
        protection.close();
    }
}
