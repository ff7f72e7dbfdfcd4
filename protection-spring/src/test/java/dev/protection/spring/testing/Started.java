package dev.protection.spring.testing;

import dev.protection.testing.servers.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications on databases of their own. */
public final class Started {
    private final Map<String, Object> properties = new HashMap<>();
    private WebApplicationType type = WebApplicationType.NONE;

    private Started() {
        with("spring.main.banner-mode", "off");
        with("spring.jmx.enabled", "false");
        with("server.port", "0");
    }

    public static Started onH2() {
        return new Started().with("spring.datasource.url", "jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1");
    }

    public static Started onPostgres() {
        return new Started()
                .with("spring.datasource.url", PostgresServer.shared().freshDatabase(name()));
    }

    private static String name() {
        return "spring_" + UUID.randomUUID().toString().replace("-", "");
    }

    public Started with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public Started with(Properties more) {
        more.forEach((name, value) -> properties.put(name.toString(), value));
        return this;
    }

    public Started web() {
        type = WebApplicationType.SERVLET;
        return this;
    }

    /** Looks at the database beneath, past the library. */
    public Connection connect() throws SQLException {
        String url = property("spring.datasource.url");
        return url.startsWith("jdbc:h2:")
                ? DriverManager.getConnection(url, "sa", "")
                : DriverManager.getConnection(url);
    }

    public String property(String name) {
        return String.valueOf(properties.get(name));
    }

    public ConfigurableApplicationContext run(Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .web(type)
                .properties(properties)
                .run();
    }
}
