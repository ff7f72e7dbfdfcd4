package dev.protection.spring.console;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The look of the pages. */
@RestController
final class StylePage {
    @GetMapping(path = "${protection.console.path:/protection}/console.css", produces = "text/css")
    Resource style() {
        return new ClassPathResource("console.css", StylePage.class);
    }
}
