package dev.protection.core.config;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.Normalise;
import dev.protection.Search;
import java.util.Optional;

/** Reads one field. */
final class FieldSection {
    private final String name;
    private final Section section;

    FieldSection(String name, Section section) {
        this.name = name;
        this.section = section;
    }

    /** Returns the field; empty after problems without which it cannot be made have been reported. */
    Optional<Field> read() {
        Optional<String> category = section.required("category", "the kind of personal data, such as email-address");
        FieldType type = Vocabulary.word(section, "type", FieldType.class).orElse(FieldType.TEXT);
        boolean encrypt = section.truth("encrypt", false);
        var search = Vocabulary.words(section, "search", Search.class);
        boolean provided = section.truth("provided", false);
        Field.Index index = index();
        Optional<String> whenErased = whenErased();
        section.finish();
        return category.map(known -> new Field(name, known, type, encrypt, search, provided, index, whenErased));
    }

    private Field.Index index() {
        IndexScope scope =
                Vocabulary.word(section, "index-scope", IndexScope.class).orElse(IndexScope.CONTROLLER);
        Optional<String> group = section.text("index-group");
        var normalise = Vocabulary.words(section, "normalise", Normalise.class);
        return new Field.Index(scope, group, normalise, exact());
    }

    private boolean exact() {
        Optional<String> collation = section.text("collation");
        collation
                .filter(word -> !word.equals("exact"))
                .ifPresent(word -> section.problem("collation", "unknown word '" + word + "'; known: exact"));
        return collation.isPresent();
    }

    /** {@code null} says what is meant anyway: SQL NULL. */
    private Optional<String> whenErased() {
        Optional<Node> node = section.node("when-erased");
        if (node.isPresent() && node.get() instanceof Node.Scalar scalar) {
            return scalar.type() == Node.Type.NOTHING ? Optional.empty() : Optional.of(scalar.text());
        }
        node.ifPresent(other -> section.wrong("when-erased", other, "null or a value of the field's type"));
        return Optional.empty();
    }
}
