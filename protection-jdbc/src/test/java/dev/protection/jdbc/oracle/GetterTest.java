package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every getter and every description of a sealed column is that of the plain driver for a column of the field's type. */
class GetterTest {
    private static final Map<String, List<String>> VALUES = Map.of(
            "remark",
                    List.of(
                            "string:abc",
                            "string:",
                            "string:12",
                            "string: 12 ",
                            "string:12.5",
                            "string:true",
                            "string:off",
                            "string:2024-02-29",
                            "string:2024-02-29 03:04:05",
                            "string:\u00e4\u20ac\ud83d\ude00",
                            "string:300",
                            "string:false",
                            "string:FALSE",
                            "string:t",
                            "string:f",
                            "string:no",
                            "string:on",
                            "string:0",
                            "string:1",
                            "string:-1",
                            "string:99999999999999999999"),
            "points",
                    List.of(
                            "long:0",
                            "long:1",
                            "long:-1",
                            "long:127",
                            "long:128",
                            "long:32768",
                            "long:2147483648",
                            "long:9223372036854775807",
                            "long:-9223372036854775808"),
            "balance",
                    List.of(
                            "decimal:0.00",
                            "decimal:1.50",
                            "decimal:-1.50",
                            "decimal:0.49",
                            "decimal:200.10",
                            "decimal:9999999999.99",
                            "decimal:100.00"),
            "vip", List.of("bool:true", "bool:false"),
            "birth_date", List.of("date:2024-02-29", "date:1969-12-31", "date:1582-10-14", "date:1900-01-01"),
            "last_seen",
                    List.of(
                            "object-timestamp:2024-02-29T03:04:05.123456",
                            "object-timestamp:2024-02-29T03:04:05",
                            "object-timestamp:2024-02-29T00:00:00",
                            "object-timestamp:1969-12-31T23:59:59.5"),
            "photo", List.of("bytes:", "bytes:00ff", "bytes:616263"));

    @ParameterizedTest
    @EnumSource
    void everyGetterOfASealedColumn_givesWhatThePlainDriverGives(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            create(database, twin.plain());
            create(database, shielded);
            List<String> wrong = new ArrayList<>();
            int id = 0;
            for (Map.Entry<String, List<String>> column : VALUES.entrySet()) {
                for (String value : column.getValue()) {
                    write(twin.plain(), ++id, column.getKey(), value);
                    write(shielded, id, column.getKey(), value);
                    wrong.addAll(compare(twin.plain(), shielded, column.getKey(), id, value));
                }
                wrong.addAll(compare(twin.plain(), shielded, column.getKey(), 0, "NULL"));
            }
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        }
    }

    private static List<String> compare(Connection plain, Connection shielded, String column, int id, String value)
            throws SQLException {
        String sql = "SELECT " + column + " FROM page_contact WHERE contact_id = " + id;
        List<String> wrong = new ArrayList<>();
        try (Statement one = plain.createStatement();
                Statement other = shielded.createStatement();
                ResultSet expected = one.executeQuery(sql);
                ResultSet seen = other.executeQuery(sql)) {
            if (value.equals("NULL")) {
                wrong.addAll(Getters.differences(
                        column,
                        Getters.described(seen.getMetaData(), 1),
                        Getters.described(expected.getMetaData(), 1)));
            }
            assertThat(seen.next()).isEqualTo(expected.next());
            wrong.addAll(Getters.differences(column + " " + value, Getters.read(seen, 1), Getters.read(expected, 1)));
        }
        return wrong;
    }

    private static void write(Connection connection, int id, String column, String value) throws SQLException {
        String sql = "INSERT INTO page_contact (contact_id, client_id, full_name, " + column
                + ") VALUES (?, 'acme', 'n', ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, id);
            Parameter.parse(value).bind(insert, 2);
            assertThat(insert.executeUpdate()).isOne();
        }
    }

    static void create(TestDatabase database, Connection connection) throws SQLException {
        String schema = Twin.schema(database, connection);
        try (Statement statement = connection.createStatement()) {
            for (Step step : Script.read("getters.txt", database, schema)) {
                statement.execute(step.sql());
            }
        }
    }
}
