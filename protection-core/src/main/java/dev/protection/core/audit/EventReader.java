package dev.protection.core.audit;

import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.encryption.KeyHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes an event out of its JSON. */
final class EventReader {
    private EventReader() {}

    static AuditEvent read(JsonNode json) {
        if (json.path("v").asInt(0) != EventCodec.FORMAT) {
            throw new IllegalArgumentException("an event of an unknown format");
        }
        return new AuditEvent(
                UUID.fromString(text(json, "id")),
                Instant.parse(text(json, "at")),
                AuditEvent.Kind.valueOf(text(json, "kind")),
                text(json, "actor"),
                text(json, "purpose"),
                optional(json, "tenant").map(TenantId::of),
                text(json, "correlation"),
                optional(json, "dataset"),
                new TreeSet<>(texts(json.path("fields"))),
                texts(json.path("subjects")).stream().map(KeyHandle::parse).toList(),
                json.path("rows").asLong(-1),
                AuditEvent.Outcome.valueOf(text(json, "outcome")),
                facts(json.path("facts")));
    }

    private static Map<String, String> facts(JsonNode json) {
        Map<String, String> facts = new TreeMap<>();
        json.properties().forEach(fact -> facts.put(fact.getKey(), text(json, fact.getKey())));
        return facts;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static String text(JsonNode json, String name) {
        return optional(json, name).orElseThrow(() -> new IllegalArgumentException("an event without a member"));
    }

    private static Optional<String> optional(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
