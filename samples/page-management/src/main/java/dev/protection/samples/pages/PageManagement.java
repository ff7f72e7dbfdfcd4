package dev.protection.samples.pages;

import dev.protection.samples.pages.start.FreshStart;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Starts the product, on embedded H2 or with {@code --spring.profiles.active=postgres} on a PostgreSQL it brings along. */
@SpringBootApplication(proxyBeanMethods = false)
public class PageManagement {
    /** Made by Spring. */
    protected PageManagement() {}

    /**
     * Starts the product.
     *
     * @param arguments Spring Boot's
     * @throws IOException when what the last start left behind cannot be taken away
     */
    public static void main(String[] arguments) throws IOException {
        FreshStart.prepare();
        if (SpringApplication.run(PageManagement.class, arguments) instanceof WebServerApplicationContext started
                && started.getWebServer() != null) {
            System.out.printf(
                    "Ready: http://localhost:%d - sign in as agent, franchisee, region, support or officer; the password"
                            + " is demo.%n",
                    started.getWebServer().getPort());
        }
    }
}
