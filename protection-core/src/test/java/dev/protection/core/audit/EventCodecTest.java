package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.EventTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The golden files are of released formats: they stay readable for ever. */
class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    @Test
    void anEventWithEveryMemberIsWrittenAsTheGoldenFile() throws Exception {
        assertThat(codec.encode(full())).isEqualTo(golden("event-v1-full.json"));
        assertThat(codec.decode(golden("event-v1-full.json"))).isEqualTo(full());
    }

    @Test
    void anEventWithoutTheOptionalMembersIsWrittenAsTheGoldenFile() throws Exception {
        assertThat(codec.encode(small())).isEqualTo(golden("event-v1-small.json"));
        assertThat(codec.decode(golden("event-v1-small.json"))).isEqualTo(small());
    }

    @Test
    void whatIsNotTheOneEncodingOfAnEventIsRefused() throws Exception {
        String text = new String(golden("event-v1-small.json"), StandardCharsets.UTF_8);
        for (String other : List.of(
                "",
                "{}",
                "[]",
                "null",
                text + " ",
                text.replace(",", ", "),
                text.replace("\"v\":1", "\"v\":2"),
                text.replace("\"v\":1,", ""),
                text.replace("\"rows\":0", "\"rows\":-1"),
                text.replace("\"rows\":0", "\"rows\":0.0"),
                text.replace("\"rows\":0", "\"rows\":\"0\""),
                text.replace("START", "STARTED"),
                text.replace("Z\"", "+00:00\""),
                text.replace("\"facts\":{}", "\"facts\":{},\"more\":1"),
                text.substring(0, text.length() - 1))) {
            assertThatThrownBy(() -> codec.decode(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause();
        }
    }

    @Test
    void anEventTooLargeForAnEntryIsRefused() {
        AuditEvent large = AuditFixture.event(1, AuditEvent.Kind.READ, AuditEvent.Outcome.DONE, 2_000, Map.of());
        assertThatThrownBy(() -> codec.encode(large)).isInstanceOf(EventTooLargeException.class);
    }

    @Test
    void aThousandPersonsFitIntoAnEntryBesideTheLongestTexts() {
        AuditEvent part = AuditFixture.event(
                1,
                AuditEvent.Kind.READ,
                AuditEvent.Outcome.DONE,
                EventParts.MOST_HANDLES,
                Map.of("a", "\u20ac".repeat(200)));
        assertThat(codec.encode(part).length).isLessThan(EventCodec.LONGEST);
    }

    private static AuditEvent full() {
        return new AuditEvent(
                UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"),
                Instant.parse("2026-03-01T10:15:30.123456789Z"),
                AuditEvent.Kind.READ,
                "\u00e5nn \"the\" agent\\1",
                "support",
                Optional.of(TenantId.of("acme")),
                "work-1",
                Optional.of("page_contact"),
                new TreeSet<>(List.of("full_name", "email")),
                List.of(AuditFixture.handle(2), AuditFixture.handle(1)),
                3,
                AuditEvent.Outcome.DONE,
                Map.of("statement", "SELECT", "code", "\ud83d\ude00"));
    }

    private static AuditEvent small() {
        return new AuditEvent(
                UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
                Instant.parse("2026-03-01T10:15:30Z"),
                AuditEvent.Kind.START,
                "-",
                "-",
                Optional.empty(),
                "-",
                Optional.empty(),
                new TreeSet<>(),
                List.of(),
                0,
                AuditEvent.Outcome.DONE,
                Map.of());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(EventCodecTest.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }
}
