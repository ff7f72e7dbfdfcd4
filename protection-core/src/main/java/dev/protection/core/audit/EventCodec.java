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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of an event: JSON with its members in a fixed order, written without blanks (AUD-1 of the spec). */
final class EventCodec {
    private static final int FORMAT = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] encode(AuditEvent event) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("v", FORMAT);
            json.writeStringProperty("id", event.id().toString());
            json.writeStringProperty("at", event.at().toString());
            json.writeStringProperty("kind", event.kind().name());
            json.writeStringProperty("outcome", event.outcome().name());
            json.writeStringProperty("actor", event.actor());
            json.writeStringProperty("purpose", event.purpose());
            event.tenant().ifPresent(tenant -> json.writeStringProperty("tenant", tenant.value()));
            json.writeStringProperty("correlation", event.correlationId());
            event.dataset().ifPresent(dataset -> json.writeStringProperty("dataset", dataset));
            writeLists(json, event);
            json.writeNumberProperty("rows", event.rows());
            json.writeObjectPropertyStart("facts");
            event.facts().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeLists(JsonGenerator json, AuditEvent event) {
        json.writeArrayPropertyStart("fields");
        event.fields().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("subjects");
        event.subjects().forEach(subject -> json.writeString(subject.toString()));
        json.writeEndArray();
    }

    AuditEvent decode(byte[] bytes) {
        JsonNode json = mapper.readTree(bytes);
        if (json.path("v").asInt() != FORMAT) {
            throw new IllegalArgumentException("an event of an unknown format");
        }
        TreeSet<String> fields = new TreeSet<>();
        json.path("fields").forEach(field -> fields.add(field.asString()));
        List<KeyHandle> subjects = new ArrayList<>();
        json.path("subjects").forEach(subject -> subjects.add(KeyHandle.parse(subject.asString())));
        Map<String, String> facts = new TreeMap<>();
        json.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return new AuditEvent(
                UUID.fromString(text(json, "id")),
                Instant.parse(text(json, "at")),
                AuditEvent.Kind.valueOf(text(json, "kind")),
                text(json, "actor"),
                text(json, "purpose"),
                optional(json, "tenant").map(TenantId::of),
                text(json, "correlation"),
                optional(json, "dataset"),
                fields,
                subjects,
                json.path("rows").asLong(),
                AuditEvent.Outcome.valueOf(text(json, "outcome")),
                facts);
    }

    private static String text(JsonNode json, String name) {
        return optional(json, name)
                .orElseThrow(() -> new IllegalArgumentException("an event without its member '" + name + "'"));
    }

    private static Optional<String> optional(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
