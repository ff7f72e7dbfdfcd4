package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.jdbc.oracle.Widths.Write;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * An encrypted column is as wide as it was declared: for any type, width and value, the plain database and the protected
 * one refuse alike, or store and describe the same.
 */
public class WidthProperties {
    private static final Map<TestDatabase, Sides> SIDES = new EnumMap<>(TestDatabase.class);
    private static int answered;
    private static int refused;

    private record Sides(TestDatabase database, Twin twin, Connection shielded) {
        static Sides on(TestDatabase database) {
            try {
                Twin twin = Twin.on(database);
                return new Sides(database, twin, twin.shielded().getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        List<Connection> both() {
            return List.of(twin.plain(), shielded);
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        for (Sides sides : SIDES.values()) {
            sides.shielded().close();
            sides.twin().close();
        }
        SIDES.clear();
        assertThat(answered).as("answered, beside " + refused + " refused").isGreaterThan(3 * refused);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void h2_keepsEveryValueAsAPlainColumnDoes(
            @ForAll("h2Types") Map<String, String> types, @ForAll("h2") List<Write> writes) throws SQLException {
        compare(TestDatabase.H2, types, writes);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void postgresql_keepsEveryValueAsAPlainColumnDoes(
            @ForAll("postgresqlTypes") Map<String, String> types, @ForAll("postgresql") List<Write> writes)
            throws SQLException {
        compare(TestDatabase.POSTGRESQL, types, writes);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void mariadb_keepsEveryValueAsAPlainColumnDoes(
            @ForAll("mariadbTypes") Map<String, String> types, @ForAll("mariadb") List<Write> writes)
            throws SQLException {
        compare(TestDatabase.MARIADB, types, writes);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    @Tag("thorough")
    void h2_keepsManyValuesAsAPlainColumnDoes(
            @ForAll("h2Types") Map<String, String> types, @ForAll("h2") List<Write> writes) throws SQLException {
        compare(TestDatabase.H2, types, writes);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    @Tag("thorough")
    void postgresql_keepsManyValuesAsAPlainColumnDoes(
            @ForAll("postgresqlTypes") Map<String, String> types, @ForAll("postgresql") List<Write> writes)
            throws SQLException {
        compare(TestDatabase.POSTGRESQL, types, writes);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    @Tag("thorough")
    void mariadb_keepsManyValuesAsAPlainColumnDoes(
            @ForAll("mariadbTypes") Map<String, String> types, @ForAll("mariadb") List<Write> writes)
            throws SQLException {
        compare(TestDatabase.MARIADB, types, writes);
    }

    @Provide
    Arbitrary<Map<String, String>> h2Types() {
        return new Widths(TestDatabase.H2).types();
    }

    @Provide
    Arbitrary<List<Write>> h2() {
        return new Widths(TestDatabase.H2).writes(40);
    }

    @Provide
    Arbitrary<Map<String, String>> postgresqlTypes() {
        return new Widths(TestDatabase.POSTGRESQL).types();
    }

    @Provide
    Arbitrary<List<Write>> postgresql() {
        return new Widths(TestDatabase.POSTGRESQL).writes(40);
    }

    @Provide
    Arbitrary<Map<String, String>> mariadbTypes() {
        return new Widths(TestDatabase.MARIADB).types();
    }

    @Provide
    Arbitrary<List<Write>> mariadb() {
        return new Widths(TestDatabase.MARIADB).writes(40);
    }

    private static void compare(TestDatabase database, Map<String, String> types, List<Write> writes)
            throws SQLException {
        Sides sides = SIDES.computeIfAbsent(database, Sides::on);
        try (Scope scope = Twin.everything()) {
            for (Connection side : sides.both()) {
                create(side, types);
            }
            List<String> wrong = new ArrayList<>(described(sides, types));
            for (Write write : writes) {
                compare(sides, types, write).ifPresent(wrong::add);
            }
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        }
    }

    private static void create(Connection side, Map<String, String> types) throws SQLException {
        String columns = types.entrySet().stream()
                .map(type -> type.getKey() + " " + type.getValue())
                .collect(Collectors.joining(", "));
        try (Statement statement = side.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS measure");
            statement.execute("CREATE TABLE measure (id INT NOT NULL PRIMARY KEY, " + columns + ")");
            statement.execute("INSERT INTO measure (id) VALUES (1)");
        }
    }

    private static Optional<String> compare(Sides sides, Map<String, String> types, Write write) throws SQLException {
        String seen = outcome(sides.shielded(), write);
        if (seen.startsWith("refusal")) {
            refused++;
            return Optional.empty();
        }
        String expected = outcome(sides.twin().plain(), write);
        answered++;
        String where = types.get(write.column()) + " " + write.value().setter() + ":"
                + write.value().text();
        if (!alike(seen, expected)) {
            return Optional.of(where + ": seen " + seen + ", expected " + expected);
        }
        List<String> differences = new ArrayList<>();
        try (Statement one = sides.twin().plain().createStatement();
                Statement other = sides.shielded().createStatement()) {
            String query = "SELECT " + write.column() + " FROM measure";
            ResultSet plain = one.executeQuery(query);
            ResultSet shielded = other.executeQuery(query);
            assertThat(plain.next() && shielded.next()).isTrue();
            Map<String, String> own = Getters.read(plain, 1);
            own.keySet().removeIf(getter -> own(String.valueOf(types.get(write.column())), getter));
            own.values().removeIf(value -> write.column().equals("words") && value.startsWith(Getters.REFUSED));
            differences.addAll(Getters.differences(where, Getters.read(shielded, 1), own));
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    /** MariaDB's driver loses zeros of fractions of fewer than six digits. */
    private static boolean own(String type, String getter) {
        return type.matches("DATETIME\\([1-5]\\)") && getter.endsWith("String");
    }

    /** States of one class say the same. */
    private static boolean alike(String seen, String expected) {
        int end = "failed 22".length();
        boolean failed = seen.startsWith("failed") && expected.startsWith("failed");
        return seen.equals(expected) || (failed && seen.substring(0, end).equals(expected.substring(0, end)));
    }

    private static String outcome(Connection side, Write write) throws SQLException {
        boolean literal = write.value().setter().equals("literal");
        String sql = "UPDATE measure SET " + write.column() + " = "
                + (literal ? write.value().text() : "?") + " WHERE id = 1";
        try (PreparedStatement change = side.prepareStatement(sql)) {
            if (!literal) {
                write.value().bind(change, 1);
            }
            return "stored " + change.executeUpdate();
        } catch (SQLException e) {
            boolean unfit = e.getCause() instanceof ProtectionException cause
                    && cause.code().equals("PROT-JDBC-UNFIT");
            boolean own = e.getCause() instanceof ProtectionException || "22018".equals(e.getSQLState());
            return (own && !unfit ? "refusal " : "failed ") + e.getSQLState();
        }
    }

    /** How results and the catalogue describe the columns. */
    private static List<String> described(Sides sides, Map<String, String> types) throws SQLException {
        List<String> wrong = new ArrayList<>();
        String query = "SELECT " + String.join(", ", types.keySet()) + " FROM measure";
        try (Statement one = sides.twin().plain().createStatement();
                Statement other = sides.shielded().createStatement();
                ResultSet plain = one.executeQuery(query);
                ResultSet shielded = other.executeQuery(query)) {
            int column = 0;
            for (String type : types.values()) {
                column++;
                wrong.addAll(Getters.differences(
                        type,
                        Getters.described(shielded.getMetaData(), column),
                        Getters.described(plain.getMetaData(), column)));
            }
        }
        Map<String, String> expected = catalogued(sides.twin().plain());
        Map<String, String> seen = catalogued(sides.shielded());
        expected.forEach((column, what) -> {
            if (!what.equals(seen.get(column))) {
                wrong.add(types + " getColumns " + column + ": seen " + seen.get(column) + ", expected " + what);
            }
        });
        return wrong;
    }

    private static Map<String, String> catalogued(Connection side) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        String table = side.getMetaData().storesUpperCaseIdentifiers() ? "MEASURE" : "measure";
        try (ResultSet columns = side.getMetaData().getColumns(side.getCatalog(), side.getSchema(), table, null)) {
            while (columns.next()) {
                List<String> what = new ArrayList<>();
                for (String label : List.of(
                        "DATA_TYPE",
                        "TYPE_NAME",
                        "COLUMN_SIZE",
                        "DECIMAL_DIGITS",
                        "NUM_PREC_RADIX",
                        "REMARKS",
                        "CHAR_OCTET_LENGTH",
                        "IS_NULLABLE")) {
                    what.add(label + "=" + columns.getString(label));
                }
                all.put(columns.getString("COLUMN_NAME"), what.toString());
            }
        }
        return all;
    }
}
