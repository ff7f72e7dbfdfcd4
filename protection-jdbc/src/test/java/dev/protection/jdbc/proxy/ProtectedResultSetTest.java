package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.testing.servers.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectedResultSetTest {

    @ParameterizedTest
    @EnumSource
    void columns_areTheApplicationsOwn(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            bench.insert("t", "Äinö 漢字", "n1");
            bench.insert("t", null, "n2");
            try (Statement statement = bench.connection.createStatement();
                    ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Äinö 漢字");
                assertThat(rows.getString("NAME")).isEqualTo("Äinö 漢字");
                assertThat(rows.getObject("name", String.class)).isEqualTo("Äinö 漢字");
                assertThat(rows.getString(2)).isEqualTo("n1");
                assertThat(rows.getLong("id")).isEqualTo(rows.getLong(3)).isPositive();
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isNull();
                assertThat(rows.wasNull()).isTrue();
                assertThat(rows.getString(2)).isEqualTo("n2");
                assertThat(rows.wasNull()).isFalse();
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hiddenColumns_cannotBeSeen(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            bench.insert("t", "Aino", "n1");
            try (ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                rows.next();
                assertThatThrownBy(() -> rows.getString("p1")).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> rows.getString(4)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> rows.getString(0)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> rows.findColumn("nosuch")).isInstanceOf(SQLException.class);
                ResultSetMetaData description = rows.getMetaData();
                assertThat(description.getColumnCount()).isEqualTo(3);
                assertThat(description.getColumnLabel(1)).isEqualTo("name");
                assertThat(description.getColumnType(1)).isEqualTo(Types.VARCHAR);
                assertThat(description.getColumnTypeName(1)).matches("(?i).*varchar|character varying");
                assertThat(description.getColumnClassName(1)).isEqualTo("java.lang.String");
                assertThat(description.getColumnType(3)).isEqualTo(Types.BIGINT);
                assertThatThrownBy(() -> description.getColumnLabel(4)).isInstanceOf(SQLException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void cells_areOpenedWhenRead_withOneLookUpForManyRows(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            bench.insertMany(200);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                while (rows.next()) {
                    if (rows.getRow() % 2 == 1) {
                        names.add(rows.getString(1));
                    }
                }
            }
            assertThat(names).hasSize(100).startsWith("name 0", "name 2").endsWith("name 198");
            assertThat(bench.session.opened).hasSize(100).doesNotContain(1);
            assertThat(bench.session.blocks).isLessThan(10);
            assertThat(bench.session.events).contains("read 200");
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamedResult_givesTheSameRows(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            bench.insertMany(60);
            bench.connection.setAutoCommit(false);
            try (PreparedStatement query = bench.connection.prepareStatement(ToySession.SELECT)) {
                query.setFetchSize(7);
                assertThat(query.getFetchSize()).isEqualTo(7);
                try (ResultSet rows = query.executeQuery()) {
                    for (int i = 0; i < 60; i++) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getString(1)).isEqualTo("name " + i);
                        assertThat(rows.getString(2)).isEqualTo("note " + i);
                    }
                    assertThat(rows.next()).isFalse();
                }
            }
            bench.connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void scrolling_opensTheRowUnderTheCursor(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement(
                        ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            bench.insertMany(100);
            try (ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                rows.last();
                assertThat(rows.getString(1)).isEqualTo("name 99");
                rows.absolute(3);
                assertThat(rows.getString(1)).isEqualTo("name 2");
                rows.previous();
                assertThat(rows.getString(1)).isEqualTo("name 1");
                rows.relative(50);
                assertThat(rows.getString(1)).isEqualTo("name 51");
                rows.beforeFirst();
                assertThatThrownBy(() -> rows.getString(1)).isInstanceOf(SQLException.class);
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("name 0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void forwardOnly_staysForwardOnly(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            bench.insertMany(3);
            try (ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                rows.next();
                assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
                assertThatThrownBy(rows::previous).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> rows.absolute(1)).isInstanceOf(SQLException.class);
                assertThat(rows.getString(1)).isEqualTo("name 0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsCannotBeChangedThroughAResult(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement(
                        ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
            bench.insertMany(1);
            try (ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                rows.next();
                assertThat(rows.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
                assertThatThrownBy(() -> rows.updateString(2, "x")).isInstanceOf(SQLFeatureNotSupportedException.class);
                assertThatThrownBy(rows::deleteRow).isInstanceOf(SQLFeatureNotSupportedException.class);
                assertThatThrownBy(rows::moveToInsertRow).isInstanceOf(SQLFeatureNotSupportedException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void erasedPerson_isNullWithAWarning_andTheOthersStayReadable(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            bench.insert("erased", "Aino", "n1");
            bench.insert("t", "Eino", "n2");
            try (ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
                rows.next();
                assertThat(rows.getString(1)).isNull();
                assertThat((Throwable) rows.getWarnings()).hasMessageContaining("erased");
                rows.clearWarnings();
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("Eino");
                assertThat((Throwable) rows.getWarnings()).isNull();
            }
        }
    }
}
