package dev.protection.core.audit;

import dev.protection.audit.AuditEvent;
import dev.protection.audit.EventTooLargeException;
import java.time.DateTimeException;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of an event: JSON with its members in a fixed order and without blanks, so that one event has one encoding
 * (LOG-EVENT-1).
 */
final class EventCodec {
    /** The length of an entry in a bundle of C2SP tlog-tiles has two bytes. */
    static final int LONGEST = 0xFFFF;

    static final int FORMAT = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] encode(AuditEvent event) {
        byte[] bytes = write(event);
        if (bytes.length > LONGEST) {
            throw new EventTooLargeException(bytes.length, LONGEST);
        }
        return bytes;
    }

    private byte[] write(AuditEvent event) {
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
        json.writeNumberProperty("rows", event.rows());
        json.writeObjectPropertyStart("facts");
        event.facts().forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when these are not the bytes that {@link #encode} gives for some event
     */
    AuditEvent decode(byte[] bytes) {
        try {
            AuditEvent event = EventReader.read(mapper.readTree(bytes));
            if (Arrays.equals(bytes, encode(event))) {
                return event;
            }
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            throw new IllegalArgumentException("these are not the bytes of an event"); // the cause repeats what it read
        }
        throw new IllegalArgumentException("these are not the canonical bytes of an event");
    }
}
