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

/** What each setter stores in a sealed column is what it stores in a plain one; or it is refused. */
class SetterTest {
    private static final List<String> COLUMNS =
            List.of("remark", "points", "balance", "vip", "birth_date", "last_seen", "photo");

    private static final List<String> VALUES = List.of(
            "string:12",
            "string:1",
            "string:true",
            "string:2024-02-29",
            "string:2024-02-29 03:04:05.25",
            "string:1.50",
            "string:1.5",
            "string:abc",
            "int:1",
            "long:12",
            "long:9223372036854775807",
            "decimal:1.50",
            "decimal:2.50",
            "decimal:-2.50",
            "decimal:1.5",
            "decimal:1.005",
            "decimal:0",
            "double:0.5",
            "double:-2.5",
            "bool:true",
            "bool:false",
            "bytes:616263",
            "bytes:31",
            "date:2024-02-29",
            "timestamp:2024-02-29 03:04:05.123456789",
            "timestamp:2024-02-29 23:59:59.9999999",
            "timestamp:2024-02-29 00:00:00",
            "object-date:2024-02-29",
            "object-timestamp:2024-02-29T03:04:05.123456789",
            "object-timestamp:2024-02-29T03:04:05.5",
            "object-timestamp:2024-02-29T23:59:59.9999999",
            "object-decimal:1E+3",
            "varchar:12",
            "decimal:9223372036854775808");

    @ParameterizedTest
    @EnumSource
    void everySetterOfASealedColumn_storesWhatItStoresInAPlainOne(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            GetterTest.create(database, twin.plain());
            GetterTest.create(database, shielded);
            List<String> wrong = new ArrayList<>();
            for (String column : COLUMNS) {
                for (String value : VALUES) {
                    String expected = stored(twin.plain(), column, value);
                    String seen = stored(shielded, column, value);
                    if (!seen.equals(Getters.REFUSED) && !seen.equals(expected) && !known(value, expected)) {
                        wrong.add(column + " " + value + ": seen " + seen + ", expected " + expected);
                    }
                }
            }
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        }
    }

    /** Text may name a value of any type. */
    private static boolean known(String value, String expected) {
        boolean text = value.startsWith("string:") || value.startsWith("varchar:");
        return text && expected.equals(Getters.REFUSED);
    }

    private static String stored(Connection connection, String column, String value) throws SQLException {
        String update = "UPDATE page_contact SET " + column + " = ? WHERE contact_id = 0";
        try (PreparedStatement change = connection.prepareStatement(update)) {
            Parameter.parse(value).bind(change, 1);
            change.executeUpdate();
        } catch (SQLException e) {
            return Getters.REFUSED;
        }
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT " + column + " FROM page_contact WHERE contact_id = 0")) {
            assertThat(row.next()).isTrue();
            Map<String, String> read = Getters.read(row, 1);
            return read.get("getObject") + " '" + read.get("getString") + "'";
        }
    }
}
