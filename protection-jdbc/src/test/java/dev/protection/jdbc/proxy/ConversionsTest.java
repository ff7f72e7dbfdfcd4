package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ColumnType;
import dev.protection.testing.servers.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sealed field takes and gives what a plain column of its type takes and gives: every setter, every getter. */
class ConversionsTest {
    private static final Map<FieldType, String> COLUMN = Map.of(
            FieldType.TEXT, "VARCHAR",
            FieldType.INTEGER, "BIGINT",
            FieldType.DECIMAL, "DECFLOAT",
            FieldType.DATE, "DATE",
            FieldType.TIMESTAMP, "TIMESTAMP(9)",
            FieldType.BOOLEAN, "BOOLEAN",
            FieldType.BYTES, "VARBINARY");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E[+-]?\\d+)?");

    private static final String ERROR = "refused";

    @ParameterizedTest
    @EnumSource
    void sealedField_behavesLikeAPlainColumn(FieldType type) throws Exception {
        Set<String> different = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(TestDatabase.H2.freshDatabase());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain (c " + COLUMN.get(type) + ")");
            for (Map.Entry<String, JdbcValues.Setter> setter :
                    JdbcValues.setters().entrySet()) {
                statement.execute("DELETE FROM plain");
                compare(connection, type, setter.getKey(), setter.getValue(), different);
            }
        }
        assertThat(different).isEmpty();
    }

    private static void compare(
            Connection connection, FieldType type, String name, JdbcValues.Setter setter, Set<String> different)
            throws Exception {
        boolean taken = plainTakes(connection, setter);
        Optional<ColumnValue> ours = sealed(type, setter);
        boolean textInBytes = type == FieldType.TEXT && name.matches("(BinaryStream|Blob).*");
        if (taken != ours.isPresent() && !(taken ? h2Alone(type, name) : textInBytes)) {
            different.add(type + " set" + name + ": plain " + (taken ? "takes it" : ERROR) + ", sealed "
                    + (ours.isPresent() ? "takes it" : ERROR));
        }
        if (!taken || ours.isEmpty()) {
            return;
        }
        try (Statement query = connection.createStatement();
                ResultSet plain = query.executeQuery("SELECT c FROM plain")) {
            plain.next();
            ResultSet sealed = SingleCell.of(ours.get().value(), type);
            for (Map.Entry<String, JdbcValues.Getter> getter :
                    JdbcValues.getters().entrySet()) {
                String expected = read(getter.getValue(), plain);
                String actual = read(getter.getValue(), sealed);
                if (!expected.equals(actual) && !ours(type, name, getter.getKey(), expected, actual)) {
                    different.add(type + " set" + name + " get" + getter.getKey() + ": plain " + expected + ", sealed "
                            + actual);
                }
            }
        }
    }

    /** Where a sealed field differs on purpose. */
    private static boolean ours(FieldType type, String setter, String getter, String expected, String actual) {
        boolean moreThanH2 =
                expected.equals(ERROR) && Set.of("Object Map", "Object Object").contains(getter);
        boolean onlyAscii = getter.equals("AsciiStream") && (setter.startsWith("N") || setter.contains("byte[]"));
        boolean numberAsBytes = actual.equals(ERROR)
                && type != FieldType.TEXT
                && type != FieldType.BYTES
                && Set.of("Bytes", "Object byte[]", "Blob", "Object Blob", "BinaryStream")
                        .contains(getter);
        boolean bytesAsNumber = (type == FieldType.BYTES || type == FieldType.TEXT)
                && actual.equals(ERROR)
                && expected.matches("(Byte|Short|Integer|Long) .*");
        boolean momentAsText = setter.matches("Object (Instant|OffsetDateTime)") && actual.equals(ERROR);
        boolean scale = type == FieldType.DECIMAL && plainDigits(expected).equals(plainDigits(actual));
        return moreThanH2 || onlyAscii || numberAsBytes || bytesAsNumber || momentAsText || scale;
    }

    /** H2 cuts the zeros off the decimal numbers of its only type without a fixed scale. */
    private static String plainDigits(String shown) {
        return NUMBER.matcher(shown)
                .replaceAll(n -> new BigDecimal(n.group()).stripTrailingZeros().toPlainString());
    }

    /** H2 alone stores numbers and UUIDs in binary columns as their internal bytes, and adds today to a time. */
    private static boolean h2Alone(FieldType type, String setter) {
        boolean time = type == FieldType.TIMESTAMP && setter.matches("Time|Object LocalTime");
        return time
                || (type == FieldType.BYTES && !setter.matches("(NString|String|Bytes|.*Stream|Clob|NClob|Blob).*"));
    }

    private static boolean plainTakes(Connection connection, JdbcValues.Setter setter) {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?)")) {
            setter.set(insert);
            insert.execute();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Optional<ColumnValue> sealed(FieldType type, JdbcValues.Setter setter) throws SQLException {
        Recording plan = new Recording();
        Connection raw = SingleCell.raw();
        ProtectedConnection connection = new ProtectedConnection(raw, plan, "facade");
        try (PreparedStatement statement = connection.prepareStatement("any")) {
            setter.set(statement);
            statement.execute();
        }
        try {
            @Nullable Object value = plan.last().value(1, type);
            return Optional.of(new ColumnValue(value, ColumnType.undeclared(type), DriverReading.H2));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static String read(JdbcValues.Getter getter, ResultSet rows) throws Exception {
        try {
            return JdbcValues.shown(getter.get(rows)) + (rows.wasNull() ? " was null" : "");
        } catch (SQLException e) {
            return ERROR;
        }
    }

    /** Keeps the parameters of the last execution. */
    private static final class Recording implements StatementSession, PlannedStatement {
        private Bindings last = Bindings.NONE;

        Bindings last() {
            return last;
        }

        @Override
        public Optional<PlannedStatement> plan(String sql) {
            return Optional.of(this);
        }

        @Override
        public void prepared(String sql) {
            // Nothing depends on settings.
        }

        @Override
        public void placeChanged() {}

        @Override
        public ColumnFace face(String table, String column) {
            return ColumnFace.PLAIN;
        }

        @Override
        public void beforeCommit() {}

        @Override
        public void transactionEnded() {}

        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public Optional<FieldType> parameterType(int parameter) {
            return Optional.empty();
        }

        @Override
        public List<LogicalColumn> columns() {
            return List.of();
        }

        @Override
        public boolean query() {
            return false;
        }

        @Override
        public Outcome run(Execution execution) {
            last = execution.rows().get(0);
            return new Outcome.Changes(new long[] {1}, Optional.empty());
        }

        @Override
        public PreparedStatement describe(Execution execution) {
            throw new AssertionError("nothing asks for a description here");
        }
    }
}
