package dev.protection.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The key store of a running application is stopped: its health names it, and nothing else. */
class HealthTest {
    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ProtectionActuatorAutoConfiguration.class)
    static class Application {}

    @Test
    void namesThePartThatIsDown(@TempDir Path directory) throws Exception {
        Server keys = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        String url = "jdbc:h2:" + keys.getURL() + "/keys";
        try (ConfigurableApplicationContext app = Started.onH2()
                .with("protection.config", declaration(directory, url).toString())
                .run(JdbcApplication.class, Application.class)) {
            assertThat(statuses(app))
                    .allSatisfy((part, health) ->
                            assertThat(health.getStatus()).as(part).isEqualTo(Status.UP));
            keys.stop();
            Map<String, Health> now = statuses(app);
            assertThat(now.get("keys").getStatus()).isEqualTo(Status.DOWN);
            assertThat(now.get("keys").getDetails())
                    .containsOnlyKeys("code")
                    .extractingByKey("code")
                    .asString()
                    .startsWith("PROT-STORE-");
            assertThat(now)
                    .extractingByKeys("ledger", "log", "anchor")
                    .allSatisfy(health -> assertThat(health.getStatus()).isEqualTo(Status.UP));
        } finally {
            keys.stop();
        }
    }

    private static Path declaration(Path directory, String keys) throws Exception {
        try (InputStream people = HealthTest.class.getResourceAsStream("/people.yaml")) {
            String text = new String(people.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    directory.resolve("protection.yaml"),
                    text + "stores: { keys: { url: \"" + keys + "\", user: keeper, password: secret }, anchor: [\"file:"
                            + directory.resolve("anchor") + "\"] }\nkeys: { root: \"file:"
                            + directory.resolve("root.json")
                            + "\" }\n");
        }
    }

    private static Map<String, Health> statuses(ConfigurableApplicationContext app) {
        Map<String, Health> found = new TreeMap<>();
        app.getBean("protectionHealthContributor", CompositeHealthContributor.class).stream()
                .forEach(entry -> found.put(entry.name(), ((HealthIndicator) entry.contributor()).health()));
        return found;
    }
}
