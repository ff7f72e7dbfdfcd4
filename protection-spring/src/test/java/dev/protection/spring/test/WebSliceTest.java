package dev.protection.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionContext;
import dev.protection.core.Protection;
import dev.protection.spring.ForPurpose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A slice of controllers: no database, no declaration; purposes by annotation within the context of the test. */
@WebMvcTest
@AutoConfigureMockMvc(addFilters = false)
class WebSliceTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Purposes.class)
    static class Application {}

    /** Its controller. */
    @RestController
    static class Purposes {
        @GetMapping("/why")
        @ForPurpose("newsletter")
        String why() {
            return said();
        }

        @GetMapping("/around")
        String around() {
            return said();
        }

        private static String said() {
            return ProtectionContext.current()
                    .map(bound -> bound.actor().id() + " for " + bound.purpose())
                    .orElse("nobody");
        }
    }

    @Test
    @WithProtectionContext(actor = "tester", purpose = "support", tenant = "acme")
    void annotatedControllersWorkWithinTheContextOfTheTest() {
        assertThat(mvc.get().uri("/why")).hasBodyTextEqualTo("tester for newsletter");
        assertThat(mvc.get().uri("/around")).hasBodyTextEqualTo("tester for support");
        assertThat(context.getBeansOfType(Protection.class)).isEmpty();
    }

    @Test
    void withoutAContextThereIsNone() {
        assertThat(mvc.get().uri("/why")).hasBodyTextEqualTo("nobody");
    }
}
