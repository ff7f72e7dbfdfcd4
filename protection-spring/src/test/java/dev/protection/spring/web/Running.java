package dev.protection.spring.web;

import dev.protection.spring.testing.Started;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.context.ConfigurableApplicationContext;

/** The running application, one for all tests of this package, with one worker thread. */
final class Running {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConfigurableApplicationContext APP = start();

    private Running() {}

    static ConfigurableApplicationContext app() {
        return APP;
    }

    private static ConfigurableApplicationContext start() {
        Started start = Started.onH2()
                .web()
                .with("protection.config", "classpath:contacts.yaml")
                .with("spring.sql.init.mode", "always")
                .with("spring.sql.init.schema-locations", "classpath:contacts-schema.sql")
                .with("server.tomcat.threads.max", "1")
                .with("server.tomcat.threads.min-spare", "1")
                .with("management.endpoints.web.exposure.include", "protection,health")
                .with("management.endpoint.health.show-details", "always")
                .with("protection.tenant.header", "X-Client")
                .with("protection.tenant.path", "/clients/{tenant}/**")
                .with(Doc.properties());
        named(start, "scheduled", "nightly");
        named(start, "anonymous", "doorkeeper");
        named(start, "listener", "postman");
        return start.run(ContactsApplication.class);
    }

    private static void named(Started start, String context, String actor) {
        String prefix = "protection.contexts." + context;
        start.with(prefix + ".actor", actor)
                .with(prefix + ".roles", "loader")
                .with(prefix + ".tenant", "acme")
                .with(prefix + ".purpose", "support");
    }

    static HttpResponse<String> get(String path, String user, String... headers)
            throws IOException, InterruptedException {
        String port = APP.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!user.isEmpty()) {
            String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
