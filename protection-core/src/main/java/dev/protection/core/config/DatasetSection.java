package dev.protection.core.config;

import dev.protection.AuditMode;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.Mode;
import dev.protection.RetentionRule;
import dev.protection.SubjectPath;
import dev.protection.TenantPath;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one dataset. What is wrong gets a stand-in, so that the rest is still checked; the file is refused anyway. */
final class DatasetSection {
    private final String name;
    private final Section section;

    DatasetSection(String name, Section section) {
        this.name = name;
        this.section = section;
    }

    Dataset read() {
        String table = section.text("table").orElse(name);
        List<String> key = section.texts("key");
        section.missing("purposes", "say what the data is held for");
        List<String> purposes = section.texts("purposes");
        SubjectPath subject = PathSections.subject(section);
        TenantPath tenant = PathSections.tenant(section);
        Mode mode = Vocabulary.word(section, "mode", Mode.class).orElse(Mode.ENFORCE);
        AuditMode audit = Vocabulary.word(section, "audit", AuditMode.class).orElse(AuditMode.STANDARD);
        Optional<RetentionRule> retention = section.section("retention").flatMap(DatasetSection::retention);
        Map<String, Field> fields = fields();
        section.finish();
        return new Dataset(
                name, table, key, new LinkedHashSet<>(purposes), subject, tenant, mode, audit, retention, fields);
    }

    private static Optional<RetentionRule> retention(Section section) {
        Optional<String> since = section.required("since", "the date or timestamp column that periods count from");
        Optional<Period> after = Vocabulary.period(section, "erase-after");
        section.finish();
        return since.map(column -> new RetentionRule(column, after));
    }

    private Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        section.section("fields")
                .ifPresent(all -> all.sections()
                        .forEach((column, field) ->
                                new FieldSection(column, field).read().ifPresent(read -> fields.put(column, read))));
        return fields;
    }
}
