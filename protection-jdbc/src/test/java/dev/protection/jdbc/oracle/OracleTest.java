package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same statements on a plain database and through the interceptor: each is answered alike, or refused without any
 * effect; nothing that is to be sealed is found in what is stored.
 */
class OracleTest {
    private static final List<String> TABLES = List.of(
            "page_contact",
            "message",
            "prospect",
            "notebook",
            "client",
            "owners",
            "pets",
            "guest",
            "ranking",
            "novel",
            "tale");
    private static final List<String> SEALED =
            List.of("page_contact", "message", "prospect", "owners", "guest", "ranking", "novel");

    static Stream<Arguments> scripts() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                                "statements.txt",
                                "reads.txt",
                                "writes.txt",
                                "upserts.txt",
                                "returning.txt",
                                "definitions.txt",
                                "hibernate.txt",
                                "search.txt",
                                "order.txt",
                                "opened.txt",
                                "views.txt",
                                "applications.txt")
                        .map(script -> Arguments.of(database, script)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyStatementIsAnsweredAsByThePlainDatabaseOrRefused(
            TestDatabase database, String script, TestReporter reporter) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            Comparison comparison = new Comparison(twin, shielded, TABLES);
            for (String name : List.of("schema.txt", script)) {
                String schema = Twin.schema(database, shielded);
                String plain = Twin.schema(database, twin.plain());
                for (Step step : Script.read(name, database, schema)) {
                    comparison.run(step, schema, plain);
                    comparison.compareContents(step);
                }
            }
            reporter.publishEntry(script, comparison.score());
            assertThat(comparison.wrong()).as(comparison.score()).isEmpty();
            assertThat(plaintext(twin)).isEmpty();
            assertThat(twin.protection().audit().verify().problems()).isEmpty();
        }
    }

    /** Every sealed column must hold cells, and no cell or index value may hold a sentinel. */
    private static List<String> plaintext(Twin twin) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection raw = twin.raw();
                Statement statement = raw.createStatement()) {
            for (String table : SEALED) {
                if (Comparison.content(raw, table).size() > 1) {
                    try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                        plaintext(table, rows, found);
                    }
                }
            }
        }
        return found;
    }

    private static boolean wellFormed(String column, byte[] stored) {
        if (column.endsWith("_index")) {
            return stored.length == 32;
        }
        boolean beginnings =
                List.of("_prefix", "_folded", "_upper", "_lower").stream().anyMatch(column::endsWith);
        return beginnings ? stored.length % 16 == 0 && stored.length > 0 : stored[0] == (byte) 0xE7;
    }

    private static void plaintext(String table, ResultSet rows, List<String> found) throws SQLException {
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                byte[] stored = rows.getObject(i) instanceof byte[] bytes ? bytes : null;
                String name = rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                if (stored != null && !wellFormed(name, stored)) {
                    found.add(table + "." + name + " holds no cell");
                }
                String text = stored == null ? rows.getString(i) : new String(stored, StandardCharsets.ISO_8859_1);
                if (text != null && text.toLowerCase(Locale.ROOT).contains("sentinel")) {
                    found.add(table + "." + name + " holds plaintext");
                }
            }
        }
    }
}
