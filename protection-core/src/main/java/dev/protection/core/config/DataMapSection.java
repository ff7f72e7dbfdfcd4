package dev.protection.core.config;

import dev.protection.Category;
import dev.protection.ConfigurationException;
import dev.protection.ConsentRule;
import dev.protection.DataMap;
import dev.protection.DataMapBuilder;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.RestrictionGround;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code controller}, {@code purposes}, {@code categories} and {@code datasets}. */
final class DataMapSection {
    private static final Set<String> KEYS = Set.of("controller", "purposes", "categories", "datasets");

    private DataMapSection() {}

    /** Returns the map; empty when the file has none of the sections, or after problems have been reported. */
    static Optional<DataMap> read(Section file) {
        DataMapBuilder builder = DataMap.builder();
        file.section("controller").ifPresent(section -> controller(section, builder));
        file.section("purposes")
                .ifPresent(section ->
                        section.sections().forEach((name, purpose) -> builder.purpose(purpose(name, purpose))));
        file.section("categories")
                .ifPresent(section ->
                        section.sections().forEach((name, category) -> builder.category(category(name, category))));
        file.section("datasets")
                .ifPresent(section -> section.sections()
                        .forEach((name, dataset) -> builder.dataset(new DatasetSection(name, dataset).read())));
        if (KEYS.stream().noneMatch(file.keys()::contains)) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder.build());
        } catch (ConfigurationException e) {
            file.report().located(e.problems());
            return Optional.empty();
        }
    }

    private static void controller(Section section, DataMapBuilder builder) {
        String name = section.required("name", "the company's name").orElse("?");
        String contact = section.required("contact", "where people write to").orElse("?");
        section.finish();
        builder.controller(name, contact);
    }

    /** What is wrong in the file gets a stand-in, so that nothing else that names the purpose is reported as well. */
    private static Purpose purpose(String name, Section section) {
        section.missing("basis", "one of the legal bases of Art. 6 GDPR");
        Optional<LegalBasis> basis = Vocabulary.word(section, "basis", LegalBasis.class);
        section.missing("categories", "the categories that the purpose needs, and no others");
        List<String> categories = section.texts("categories");
        Optional<String> law = section.text("law");
        Purpose purpose = new Purpose(
                name,
                basis.orElse(LegalBasis.CONSENT),
                Set.copyOf(categories),
                law,
                section.texts("recipients"),
                section.text("dpv"),
                Vocabulary.period(section, "keep-at-least"),
                Vocabulary.word(section, "while-restricted", RestrictionGround.class),
                section.truth("direct-marketing", false),
                section.section("consent").map(DataMapSection::consent).orElse(ConsentRule.DEFAULT));
        section.finish();
        return purpose;
    }

    private static ConsentRule consent(Section section) {
        Optional<Period> lasts = Vocabulary.period(section, "lasts");
        boolean elsewhere = Vocabulary.word(section, "kept", Kept.class)
                .filter(Kept.ELSEWHERE::equals)
                .isPresent();
        section.finish();
        return new ConsentRule(lasts, elsewhere);
    }

    /** Where consents are. */
    private enum Kept {
        HERE,
        ELSEWHERE
    }

    private static Category category(String name, Section section) {
        String iri = section.required("dpv", "the term of the Data Privacy Vocabulary, or one of your own")
                .orElse("?");
        boolean special = section.truth("special", false);
        section.finish();
        return new Category(name, iri, special);
    }
}
