package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A label that is not known keeps nobody from the values: H2 prints expressions anew, and only simple forms are followed. */
class UnknownLabelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT contact_id, ((full_name || ' of ') || city) FROM page_contact ORDER BY contact_id",
                "SELECT contact_id, EXTRACT(YEAR FROM birth_date) FROM page_contact ORDER BY contact_id",
                "SELECT contact_id, CASE WHEN city = 'Oulu' THEN full_name ELSE 'elsewhere' END FROM page_contact",
                "SELECT 1, COUNT(DISTINCT full_name) > 1 FROM page_contact",
                "SELECT c.contact_id, (SELECT d.full_name FROM page_contact d WHERE d.contact_id = c.contact_id)"
                        + " FROM page_contact c WHERE c.contact_id = 1"
            })
    void valuesAreReadByOrdinal_andOnlyTheLabelIsRefused(String query) throws SQLException {
        try (Twin twin = Twin.on(TestDatabase.H2);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            for (Connection side : List.of(twin.plain(), shielded)) {
                GetterTest.create(TestDatabase.H2, side);
                try (Statement statement = side.createStatement()) {
                    statement.executeUpdate(
                            "INSERT INTO page_contact (contact_id, client_id, full_name, city, birth_date)"
                                    + " VALUES (1, 'acme', 'Anna', 'Oulu', '1990-02-03'), (2, 'acme', 'Bert', 'Espoo', NULL)");
                }
            }
            try (Statement one = twin.plain().createStatement();
                    Statement other = shielded.createStatement();
                    ResultSet expected = one.executeQuery(query);
                    ResultSet seen = other.executeQuery(query)) {
                ResultSetMetaData data = seen.getMetaData();
                assertThat(data.getColumnLabel(1))
                        .isEqualTo(expected.getMetaData().getColumnLabel(1));
                assertThat(data.getColumnType(2)).isNotZero();
                refused(data);
                while (expected.next()) {
                    assertThat(seen.next()).isTrue();
                    assertThat(seen.getString(2)).isEqualTo(expected.getString(2));
                }
                assertThat(seen.next()).isFalse();
            }
        }
    }

    private static void refused(ResultSetMetaData data) {
        assertThatThrownBy(() -> data.getColumnLabel(2))
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessageContaining("PROT-JDBC-LABEL");
        assertThatThrownBy(() -> data.getColumnName(2)).hasMessageContaining("PROT-JDBC-LABEL");
    }
}
