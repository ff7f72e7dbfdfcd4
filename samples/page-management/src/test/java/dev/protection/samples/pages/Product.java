package dev.protection.samples.pages;

import dev.protection.samples.pages.start.FreshStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The product, started for a test: on a port and a database of its own.
 *
 * @param app what runs
 */
record Product(ConfigurableApplicationContext app) implements AutoCloseable {
    static Product start(String... arguments) throws IOException {
        FreshStart.prepare();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        all.add("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new Product(new SpringApplicationBuilder(PageManagement.class).run(all.toArray(String[]::new)));
    }

    String site() {
        return "http://localhost:" + app.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        app.close();
    }
}
