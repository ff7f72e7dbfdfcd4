package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectedDriverTest {
    private final List<String> opened = new ArrayList<>();
    private final List<Connection> guarded = new ArrayList<>();
    private final Driver driver = new ProtectedDriver(new ProtectionRegistry((configuration, url, properties) -> {
        opened.add(configuration);
        return raw -> {
            guarded.add(raw);
            return raw;
        };
    }));

    @AfterEach
    void restoreDefault() {
        System.clearProperty("protection.config");
    }

    private static String url(TestDatabase database, String parameter) {
        String inner = database.freshDatabase();
        return "jdbc:protected:" + inner.substring("jdbc:".length())
                + (parameter.isEmpty() ? "" : separator(database) + parameter);
    }

    private static String separator(TestDatabase database) {
        return database == TestDatabase.H2 ? ";" : "&";
    }

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @ParameterizedTest
    @EnumSource
    void connect_opensTheInnerDatabaseUnderTheNamedConfiguration(TestDatabase database) throws SQLException {
        try (Connection connection = driver.connect(url(database, "protection=classpath:p.yaml"), new Properties())) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(guarded).containsExactly(connection);
            assertThat(connection.getMetaData().getURL()).doesNotContainIgnoringCase("protection=");
        }
        assertThat(opened).containsExactly("classpath:p.yaml");
    }

    @ParameterizedTest
    @EnumSource
    void connectionProperty_namesTheConfiguration_unseenByTheInnerDriver(TestDatabase database) throws SQLException {
        try (Connection connection = driver.connect(url(database, ""), properties("protection", "p.yaml"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(opened).containsExactly("p.yaml");
    }

    @Test
    void configuration_isOpenedOncePerLocationAndDatabase() throws SQLException {
        String url = url(TestDatabase.H2, "protection=a.yaml");
        driver.connect(url, new Properties()).close();
        driver.connect(url, new Properties()).close();
        driver.connect(url(TestDatabase.H2, "protection=b.yaml"), new Properties())
                .close();
        assertThat(opened).containsExactly("a.yaml", "b.yaml");
    }

    @Test
    void withoutAName_theSystemPropertyCounts_thenTheFileOnTheClassPath() throws SQLException {
        driver.connect(url(TestDatabase.H2, ""), new Properties()).close();
        System.setProperty("protection.config", "from-property.yaml");
        driver.connect(url(TestDatabase.H2, ""), new Properties()).close();
        assertThat(opened).containsExactly("classpath:protection.yaml", "from-property.yaml");
    }

    @Test
    void twoDifferentNames_areRefused() {
        String url = url(TestDatabase.H2, "protection=a.yaml");
        assertThatThrownBy(() -> driver.connect(url, properties("protection", "b.yaml")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("different configurations");
        assertThat(opened).isEmpty();
    }

    @Test
    void otherUrls_areLeftToOtherDrivers() throws SQLException {
        assertThat(driver.acceptsURL("jdbc:h2:mem:t")).isFalse();
        assertThat(driver.acceptsURL(null)).isFalse();
        assertThat(driver.connect("jdbc:h2:mem:t", new Properties())).isNull();
    }

    @Test
    void unknownInnerDriver_isNamedWithoutItsUrl() {
        assertThatThrownBy(() -> driver.connect("jdbc:protected:nosuch://h?password=secret", new Properties()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("jdbc:nosuch:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void propertyInfo_isTheInnerDriversAndOurs() throws SQLException {
        DriverPropertyInfo[] info = driver.getPropertyInfo("jdbc:protected:postgresql://h/d", new Properties());
        assertThat(Arrays.stream(info).map(p -> p.name)).contains("protection", "ssl");
    }

    @Test
    void failedOpening_isTriedAgain() throws SQLException {
        List<String> tries = new ArrayList<>();
        Driver failing = new ProtectedDriver(new ProtectionRegistry((configuration, url, properties) -> {
            tries.add(configuration);
            if (tries.size() == 1) {
                throw new SQLException("the key store is down");
            }
            return raw -> raw;
        }));
        String url = url(TestDatabase.H2, "protection=a.yaml");
        assertThatThrownBy(() -> failing.connect(url, new Properties())).hasMessage("the key store is down");
        failing.connect(url, new Properties()).close();
        assertThat(tries).hasSize(2);
    }
}
