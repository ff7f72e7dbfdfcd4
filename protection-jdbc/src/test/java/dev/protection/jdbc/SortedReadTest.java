package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sorting by encrypted fields: who may, how much, what is recorded, and how one walks through the rows. */
class SortedReadTest {
    private static final int CAP = 10_000;
    private static final String SORTED = "SELECT contact_id FROM page_contact ORDER BY birth_date, full_name DESC";

    private static Shielded shielded(TestDatabase database) {
        return Shielded.on(
                database.freshDatabase(),
                text -> text.replace("type: date, encrypt: true", "type: date, encrypt: true, search: [order]")
                        .replace(
                                "search: [equality], collation: exact, provided",
                                "search: [equality, order]," + " collation: exact, provided"));
    }

    private static void fill(Shielded shielded, int rows) throws SQLException {
        try (Connection connection = shielded.dataSource().getConnection()) {
            Shielded.run(connection, Shielded.CONTACTS);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO page_contact (contact_id, client_id, full_name, birth_date) VALUES (?, ?, ?, ?)")) {
                for (int i = 1; i <= rows; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "acme");
                    insert.setString(3, "Name " + (char) ('A' + i % 26));
                    insert.setDate(4, java.sql.Date.valueOf("199" + i % 10 + "-01-01"));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyRowWhoseKeyWasOpenedIsRecorded_alsoThoseLeftOut(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded, 12);
            try (Connection connection = shielded.dataSource().getConnection()) {
                assertThat(Shielded.strings(connection, SORTED + " LIMIT 2")).containsExactly("10", "11");
            }
            List<AuditEvent> reads = shielded.reads();
            assertThat(reads).hasSize(1);
            assertThat(reads.get(0).rows()).isEqualTo(12);
            assertThat(reads.get(0).subjects()).hasSize(12);
            assertThat(reads.get(0).fields()).contains("full_name", "birth_date");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoSeesTheKeyMasked_cannotSortByIt(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database)) {
            try (Scope scope = Shielded.as("agent", "acme")) {
                fill(shielded, 3);
            }
            try (Scope scope = ProtectionContext.of(
                                    Actor.of("user-8", "mailer", "acme"), "newsletter", TenantId.of("acme"))
                            .open();
                    Connection connection = shielded.dataSource().getConnection()) {
                assertThatThrownBy(() -> Shielded.strings(connection, SORTED)).hasMessageContaining("PROT-ACCESS");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theApplicationWalksTheSortedRowsAsAnyOther(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded, 9);
            try (Connection connection = shielded.dataSource().getConnection();
                    Statement statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
                statement.setMaxRows(4);
                try (ResultSet rows =
                        statement.executeQuery(SORTED.replace("contact_id FROM", "contact_id, full_name FROM"))) {
                    assertThat(walked(rows))
                            .containsExactly(
                                    "last 4 4 true",
                                    "previous 3 3 false",
                                    "first 1 1 false",
                                    "absolute 2 2 false",
                                    "relative 4 4 true",
                                    "absolute 3 3 false");
                    assertThat(rows.absolute(5)).isFalse();
                    assertThat(rows.isAfterLast()).isTrue();
                    assertThat(rows.getRow()).isZero();
                    rows.beforeFirst();
                    assertThat(rows.isBeforeFirst()).isTrue();
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.isFirst()).isTrue();
                    assertThat(rows.getString("full_name")).isEqualTo("Name B");
                    assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
                }
            }
        }
    }

    private static List<String> walked(ResultSet rows) throws SQLException {
        List<String> seen = new ArrayList<>();
        rows.last();
        seen.add("last " + at(rows));
        rows.previous();
        seen.add("previous " + at(rows));
        rows.first();
        seen.add("first " + at(rows));
        rows.absolute(2);
        seen.add("absolute " + at(rows));
        rows.relative(2);
        seen.add("relative " + at(rows));
        rows.absolute(-2);
        seen.add("absolute " + at(rows));
        return seen;
    }

    private static String at(ResultSet rows) throws SQLException {
        return rows.getInt(1) + " " + rows.getRow() + " " + rows.isLast();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void moreRowsThanTheCap_areRefusedBeforeTheFirst_alsoUnderALimit(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded, CAP + 1);
            try (Connection connection = shielded.dataSource().getConnection()) {
                assertThatThrownBy(() -> Shielded.strings(connection, SORTED + " LIMIT 1"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("PROT-JDBC-ORDER-CAP");
                String within = "SELECT contact_id FROM page_contact WHERE contact_id <= 10000 ORDER BY birth_date,"
                        + " contact_id DESC";
                List<String> sorted = Shielded.strings(connection, within);
                assertThat(sorted).hasSize(CAP).startsWith("10000", "9990").endsWith("19", "9");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPreparedSortIsRunAgainWithOtherPages(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded, 9);
            try (Connection connection = shielded.dataSource().getConnection();
                    PreparedStatement page = connection.prepareStatement(SORTED + " LIMIT ? OFFSET ?")) {
                List<Integer> seen = new ArrayList<>();
                for (int offset = 0; offset < 12; offset += 4) {
                    page.setInt(1, 4);
                    page.setInt(2, offset);
                    try (ResultSet rows = page.executeQuery()) {
                        while (rows.next()) {
                            seen.add(rows.getInt(1));
                        }
                    }
                }
                assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
                page.setInt(1, -1);
                assertThatThrownBy(page::executeQuery).hasMessageContaining("PROT-JDBC-VALUE");
            }
        }
    }
}
