package dev.protection.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.ProtectedDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/** A way to the same table. */
public enum Way {
    /** The driver alone. */
    PLAIN,
    /** This interceptor; reads are durable before their end is reported. */
    STANDARD,
    /** This interceptor; records of reads are durable within a second. */
    BUFFERED,
    /** ShardingSphere-JDBC with AES and an MD5 column to search by; no record, no decision, no key per person. */
    SHARDINGSPHERE;

    private static final int MOST_CALLERS = 64;

    /** An open way, and what has to be closed with it. */
    record Open(DataSource dataSource, AutoCloseable beneath) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            beneath.close();
        }
    }

    Open open(String url) throws IOException, SQLException {
        return switch (this) {
            case PLAIN -> {
                HikariDataSource pool = pool(url);
                yield new Open(pool, pool);
            }
            case STANDARD, BUFFERED -> guarded(url);
            case SHARDINGSPHERE -> sharded(url);
        };
    }

    private Open guarded(String url) throws IOException {
        Path state = Files.createTempDirectory("benchmarks");
        Path declaration = Files.writeString(
                state.resolve("protection.yaml"),
                resource("/benchmarks.yaml")
                        .replace("AUDIT", name().toLowerCase(Locale.ROOT))
                        .replace("STATE", state.toString()));
        Protection protection = Protection.builder()
                .config(declaration.toString())
                .dataStore(new StoresSettings.Database(url, Optional.empty(), Optional.empty()))
                .build();
        HikariDataSource pool = pool(url);
        return new Open(ProtectedDataSource.wrap(pool, protection), () -> {
            pool.close();
            protection.close();
        });
    }

    private static Open sharded(String url) throws IOException, SQLException {
        HikariDataSource pool = pool(url);
        byte[] rules = resource("/shardingsphere.yaml").getBytes(StandardCharsets.UTF_8);
        return new Open(YamlShardingSphereDataSourceFactory.createDataSource(pool, rules), pool);
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(MOST_CALLERS + 1);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = Way.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException("missing resource " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How the table is created this way. The others have it with wider columns. */
    String definition(boolean h2) {
        String bytes = this == SHARDINGSPHERE ? "VARCHAR(400)" : "VARCHAR(200)";
        String columns = "person_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, full_name " + bytes + ", email "
                + bytes + ", phone " + bytes;
        String own = this == SHARDINGSPHERE
                ? ", full_name_index VARCHAR(40), email_index VARCHAR(40), phone_index VARCHAR(40)"
                : "";
        return "CREATE TABLE person (" + columns + own + ")" + (h2 ? "" : " WITH (fillfactor = 90)");
    }
}
