package dev.protection.core.lawfulness;

import dev.protection.Category;
import dev.protection.DataMap;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.lawfulness.ConsentEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consent records as JSON-LD: the fields of ISO/IEC TS 27560 by their names in the Data Privacy Vocabulary 2.3; what
 * happened to a consent is {@code dct:hasPart} of its record.
 */
public final class ConsentProof {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, String> CONTEXT = Map.of(
            "dpv", "https://w3id.org/dpv#",
            "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#",
            "dct", "http://purl.org/dc/terms/");
    private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#record";

    private final DataMap map;
    private final SubjectRef subject;
    private final ConsentHistory history;

    /**
     * Makes the proof of a person's consents.
     *
     * @param map declares the purposes
     * @param subject the person
     * @param history what happened
     */
    public ConsentProof(DataMap map, SubjectRef subject, ConsentHistory history) {
        this.map = map;
        this.subject = subject;
        this.history = history;
    }

    /**
     * Returns the document.
     *
     * @return JSON-LD in UTF-8
     */
    public byte[] json() {
        List<Map<String, Object>> records = history.events().stream()
                .map(ConsentEvent::purpose)
                .distinct()
                .sorted()
                .map(this::record)
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", new java.util.TreeMap<>(CONTEXT));
        document.put("@graph", records);
        return MAPPER.writeValueAsBytes(document);
    }

    private Map<String, Object> record(String purpose) {
        List<ConsentEvent> events = history.events().stream()
                .filter(event -> event.purpose().equals(purpose))
                .toList();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@type", "dpv:ConsentRecord");
        record.put("dct:conformsTo", id(PROFILE));
        record.put("dct:identifier", events.get(0).id().toString());
        record.put("dpv:hasDataSubject", person());
        record.put("dpv:hasDataController", controller());
        record.put("dpv:hasLegalBasis", id(LegalBasis.CONSENT.iri()));
        record.put("dpv:hasPurpose", purpose(purpose));
        Optional.ofNullable(map.purposes().get(purpose)).ifPresent(declared -> {
            record.put("dpv:hasPersonalData", categories(declared));
            record.put("dpv:hasRecipient", declared.recipients());
        });
        record.put("dpv:hasConsentStatus", id(history.status(purpose).iri()));
        record.put("dct:hasPart", events.stream().map(ConsentProof::part).toList());
        return record;
    }

    private Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@type", "dpv:DataSubject");
        person.put("dct:identifier", subject.id());
        person.put("dct:type", subject.kind());
        person.put("dct:isPartOf", subject.tenant().value());
        return person;
    }

    private Map<String, Object> controller() {
        Map<String, Object> controller = new LinkedHashMap<>();
        controller.put("@type", "dpv:DataController");
        controller.put("dpv:hasName", map.controller().name());
        controller.put("dpv:hasContact", map.controller().contact());
        return controller;
    }

    private Map<String, Object> purpose(String name) {
        Map<String, Object> purpose = new LinkedHashMap<>();
        Optional.ofNullable(map.purposes().get(name)).flatMap(Purpose::iri).ifPresent(iri -> purpose.put("@id", iri));
        purpose.put("@type", "dpv:Purpose");
        purpose.put("dct:title", name);
        return purpose;
    }

    private List<Map<String, String>> categories(Purpose purpose) {
        return purpose.categories().stream()
                .sorted()
                .map(name -> Optional.ofNullable(map.categories().get(name))
                        .or(() -> Category.standard(name))
                        .map(Category::iri)
                        .orElse(name))
                .map(ConsentProof::id)
                .toList();
    }

    private static Map<String, Object> part(ConsentEvent event) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("@type", event.status().iri());
        part.put("dct:identifier", event.id().toString());
        part.put("dpv:isIndicatedAtTime", event.at().toString());
        part.put("dpv:hasIndicationMethod", event.how().method());
        part.put("dpv:hasNotice", event.how().notice());
        part.put("dct:creator", event.recordedBy());
        if (!event.until().equals(ConsentEvent.NO_END)) {
            part.put(
                    "dpv:hasDuration",
                    Map.of(
                            "@type",
                            "dpv:UntilTimeDuration",
                            "dct:valid",
                            event.until().toString()));
        }
        return part;
    }

    private static Map<String, String> id(String iri) {
        return Map.of("@id", iri);
    }
}
