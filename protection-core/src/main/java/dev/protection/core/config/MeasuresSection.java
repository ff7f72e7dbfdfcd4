package dev.protection.core.config;

import dev.protection.measures.Assurance;
import dev.protection.measures.Attestation;
import dev.protection.measures.Control;
import dev.protection.measures.Measure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code measures}: the text, or the name of the file that holds it. */
final class MeasuresSection {
    private MeasuresSection() {}

    static List<Measure> read(Section file) {
        Optional<Node> node = file.node("measures");
        if (node.isPresent() && node.get() instanceof Node.Scalar) {
            return file.text("measures").map(name -> other(file, name)).orElse(List.of());
        }
        return file.section("measures").map(MeasuresSection::measures).orElse(List.of());
    }

    private static List<Measure> other(Section file, String location) {
        return ConfigurationLoader.part(location, file.report())
                .map(MeasuresSection::measures)
                .orElse(List.of());
    }

    private static List<Measure> measures(Section section) {
        List<Measure> measures = new ArrayList<>();
        section.sections().forEach((id, each) -> measure(id, each).ifPresent(measures::add));
        return measures;
    }

    private static Optional<Measure> measure(String id, Section section) {
        Optional<String> text = section.required("text", "the sentence as it is promised");
        Optional<String> owner = section.required("owner", "the role that answers for it");
        section.missing("assurance", "guarantee, configuration or operator");
        Optional<Assurance> assurance = Vocabulary.word(section, "assurance", Assurance.class);
        Set<Control> controls = Vocabulary.words(section, "controls", Control.class);
        Optional<Attestation> attested = section.section("attested").flatMap(MeasuresSection::attestation);
        Optional<String> planned = section.text("planned");
        Optional<LocalDate> review = day(section, "review");
        section.finish();
        return text.flatMap(said -> owner.flatMap(
                who -> assurance.map(rests -> new Measure(id, said, rests, controls, attested, planned, who, review))));
    }

    private static Optional<Attestation> attestation(Section section) {
        Optional<String> by = section.required("by", "the role that attests it");
        Optional<String> document = section.required("document", "what the document is");
        Optional<String> sha256 = section.required("sha256", "the document's SHA-256, in lower-case hex");
        section.missing("from", "the first day it holds");
        section.missing("until", "the last day it holds");
        Optional<LocalDate> from = day(section, "from");
        Optional<LocalDate> until = day(section, "until");
        section.finish();
        return by.flatMap(who -> document.flatMap(what -> sha256.flatMap(
                hash -> from.flatMap(begins -> until.flatMap(ends -> made(section, who, what, hash, begins, ends))))));
    }

    private static Optional<Attestation> made(
            Section section, String by, String document, String sha256, LocalDate from, LocalDate until) {
        try {
            return Optional.of(new Attestation(by, document, sha256, from, until));
        } catch (IllegalArgumentException e) {
            section.problem("sha256", "with 'from' and 'until': " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Section section, String key) {
        return section.text(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                section.problem(key, "'" + text + "' is not a day of ISO 8601 such as 2027-01-31");
                return Optional.empty();
            }
        });
    }
}
