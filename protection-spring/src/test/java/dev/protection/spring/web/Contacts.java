package dev.protection.spring.web;

import dev.protection.spring.ForPurpose;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** As the documentation has it. */
@RestController
class Contacts {
    private final JdbcTemplate jdbc;

    Contacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/contacts/{id}")
    @ForPurpose("support")
    String name(@PathVariable long id) {
        return jdbc.queryForObject("SELECT full_name FROM contact WHERE id = ?", String.class, id);
    }
}
