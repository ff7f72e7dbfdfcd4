package dev.protection.core.config;

import dev.protection.Action;
import dev.protection.TenantId;
import dev.protection.lawfulness.Capacity;
import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import dev.protection.lawfulness.Mandates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code controllers}: on what footing whose data is processed. */
final class MandateSections {
    private static final String OTHERS = "*";

    private final Names names;

    MandateSections(Names names) {
        this.names = names;
    }

    Mandates read(Section file) {
        SortedMap<TenantId, Mandate> named = new TreeMap<>();
        Mandate others = Mandate.OWN;
        Map<String, Section> all =
                file.section("controllers").map(Section::sections).orElse(Map.of());
        for (Map.Entry<String, Section> each : all.entrySet()) {
            Mandate mandate = mandate(each.getValue());
            if (each.getKey().equals(OTHERS)) {
                others = mandate;
            } else {
                named.put(TenantId.of(each.getKey()), mandate);
            }
        }
        return new Mandates(named, others);
    }

    private Mandate mandate(Section section) {
        section.missing("capacity", "controller, joint or processor");
        Capacity capacity = Vocabulary.word(section, "capacity", Capacity.class).orElse(Capacity.PROCESSOR);
        List<ControllerInstruction> instructions = section.oneOrMore("instructions").stream()
                .map(this::instruction)
                .toList();
        section.finish();
        return new Mandate(capacity, instructions);
    }

    private ControllerInstruction instruction(Section section) {
        section.missing("operations", "of READ, COPY, MODIFY and DELETE");
        section.missing("for", "the purposes");
        List<String> purposes = section.texts("for");
        purposes.forEach(purpose -> names.purpose(section, "for", purpose));
        List<String> categories = section.texts("categories");
        categories.forEach(category -> names.category(section, "categories", category));
        ControllerInstruction instruction = new ControllerInstruction(
                section.required("name", "by which records name it").orElse("?"),
                Vocabulary.constants(section, "operations", Action.class),
                new TreeSet<>(purposes),
                new TreeSet<>(categories),
                new TreeSet<>(section.texts("recipients")),
                new TreeSet<>(section.texts("countries")),
                new TreeSet<>(section.texts("sub-processors")),
                ConditionWords.parsed(section, "from", Instant::parse, ConditionWords.MOMENT),
                ConditionWords.parsed(section, "until", Instant::parse, ConditionWords.MOMENT),
                section.required("document", "the document's SHA-256, in lower-case hex")
                        .orElse("?"));
        section.finish();
        return instruction;
    }
}
