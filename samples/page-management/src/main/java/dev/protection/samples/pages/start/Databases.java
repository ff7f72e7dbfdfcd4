package dev.protection.samples.pages.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the product keeps things, and a raw look at it for the sample's sake. */
@Configuration(proxyBeanMethods = false)
class Databases {
    private static final String POSTGRES = "postgres";

    /** What an intruder in the database would see. */
    @Bean(defaultCandidate = false)
    @Qualifier("beneath")
    DataSource beneath(JdbcConnectionDetails details) {
        DriverManagerDataSource source = new DriverManagerDataSource(details.getJdbcUrl());
        source.setUsername(details.getUsername());
        source.setPassword(details.getPassword());
        return source;
    }

    @Bean(destroyMethod = "close")
    @Profile(POSTGRES)
    EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    @Bean
    @Profile(POSTGRES)
    JdbcConnectionDetails details(EmbeddedPostgres server) {
        return new Details(server.getJdbcUrl(POSTGRES, POSTGRES), POSTGRES, POSTGRES);
    }

    private record Details(String url, String user, String secret) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return secret;
        }
    }
}
