package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.testing.servers.TestDatabase;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever way an application takes from object to object, it never arrives at the driver's own. */
class IdentityTest {

    @ParameterizedTest
    @EnumSource
    void everyWayBack_leadsToTheProtectedConnection(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            Connection connection = bench.connection;
            bench.insert("t", "Aino", "note");
            for (String sql : List.of(ToySession.SELECT, "SELECT 1")) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(sql);
                        PreparedStatement prepared = connection.prepareStatement(sql);
                        ResultSet more = prepared.executeQuery()) {
                    assertThat(statement.getConnection()).isSameAs(connection);
                    assertThat(rows.getStatement()).isSameAs(statement);
                    assertThat(prepared.getConnection()).isSameAs(connection);
                    assertThat(more.getStatement()).isSameAs(prepared);
                    assertThat(statement.getResultSet()).isSameAs(rows);
                }
            }
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedKeysAndCatalogue_leadToTheProtectedConnection(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                ResultSet tables = bench.connection.getMetaData().getTables(null, null, "%", null);
                PreparedStatement insert =
                        bench.connection.prepareStatement(ToySession.INSERT, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, "t");
            insert.setString(2, "Aino");
            insert.setString(3, "n");
            insert.executeUpdate();
            assertThat(insert.getGeneratedKeys().getStatement()).isSameAs(insert);
            Statement owner = tables.getStatement();
            if (owner != null) {
                assertThat(owner.getConnection()).isSameAs(bench.connection);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void arrays_leadToTheProtectedConnection(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement query = bench.connection.prepareStatement("SELECT CAST(? AS INT ARRAY)")) {
            query.setArray(1, bench.connection.createArrayOf("INTEGER", new Object[] {1, 2}));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                assertThat(ToySession.count(rows.getArray(1).getResultSet())).isEqualTo(2);
                for (Object array :
                        new Object[] {rows.getArray(1), rows.getObject(1), rows.getObject(1, java.sql.Array.class)}) {
                    assertThat(array).isInstanceOf(IdentityArray.class);
                }
                Statement owner = rows.getArray(1).getResultSet().getStatement();
                assertThat(owner).isSameAs(query);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unwrap_givesTheFacadeAndNothingOfTheDriver(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement();
                ResultSet rows = statement.executeQuery(ToySession.SELECT);
                PreparedStatement plain = bench.connection.prepareStatement("SELECT 1")) {
            assertThat(bench.connection.unwrap(String.class)).isEqualTo("facade");
            assertThat(bench.connection.isWrapperFor(String.class)).isTrue();
            assertThat(bench.connection.unwrap(Connection.class)).isSameAs(bench.connection);
            for (Wrapper wrapper : List.of(bench.connection, statement, rows, plain, bench.connection.getMetaData())) {
                Class<?> vendor = bench.raw.getClass();
                assertThat(wrapper.isWrapperFor(vendor)).isFalse();
                assertThatThrownBy(() -> wrapper.unwrap(vendor))
                        .isInstanceOf(SQLFeatureNotSupportedException.class)
                        .hasMessageContaining("PROT-JDBC-UNWRAP");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void texts_neitherShowStatementsNorValues(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement insert = bench.connection.prepareStatement(ToySession.INSERT);
                PreparedStatement plain = bench.connection.prepareStatement("SELECT CAST(? AS VARCHAR(20))"
                        .replace("VARCHAR", database == TestDatabase.MARIADB ? "CHAR" : "VARCHAR"))) {
            insert.setString(2, "sentinel");
            plain.setString(1, "sentinel");
            assertThat(List.of(insert, plain, bench.connection))
                    .extracting(Object::toString)
                    .noneMatch(text -> text.contains("sentinel") || text.contains("person"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void callOfAProtectedName_isRefused(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            assertThatThrownBy(() -> bench.connection.prepareCall(ToySession.SELECT))
                    .isInstanceOf(SQLFeatureNotSupportedException.class)
                    .hasMessageContaining("PROT-JDBC-CALL");
        }
        try (WrapperBench bench = new WrapperBench(TestDatabase.H2);
                CallableStatement call = bench.connection.prepareCall("CALL 1 + 1")) {
            assertThat(call.getConnection()).isSameAs(bench.connection);
            try (ResultSet rows = call.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }
}
