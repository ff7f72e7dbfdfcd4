package dev.protection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEventTest {
    @Test
    void timeIsKeptToTheMicrosecond() {
        assertThat(event("ann", Map.of()).at()).isEqualTo(Instant.parse("2026-03-01T10:15:30.123456Z"));
    }

    @Test
    void textsThatAreNoShortWordsAreRefusedWithoutRepeatingThem() {
        for (String text : List.of("", "two\nlines", "nul\u0000", "\ud800 half", "x".repeat(401))) {
            assertThatThrownBy(() -> event(text, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the actor of an event has 1 to 400 printable characters");
        }
    }

    @Test
    void factsAreFewShortAndNamed() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i <= 20; i++) {
            many.put("fact" + i, "value");
        }
        for (Map<String, String> facts :
                List.of(many, Map.of("", "x"), Map.of("9", "x"), Map.of("a b", "x"), Map.of("code", "x".repeat(201)))) {
            assertThatThrownBy(() -> event("ann", facts)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(event("ann", Map.of("erase-after", "P24M")).facts()).containsKey("erase-after");
    }

    private static AuditEvent event(String actor, Map<String, String> facts) {
        return new AuditEvent(
                UUID.randomUUID(),
                Instant.parse("2026-03-01T10:15:30.123456789Z"),
                AuditEvent.Kind.READ,
                actor,
                "support",
                Optional.empty(),
                "work",
                Optional.empty(),
                new TreeSet<>(),
                List.of(),
                0,
                AuditEvent.Outcome.DONE,
                facts);
    }
}
