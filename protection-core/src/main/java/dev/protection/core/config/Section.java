package dev.protection.core.config;

import dev.protection.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mapping of the file while it is read: every key must be asked for, every value be of its type. */
final class Section {
    private final String path;
    private final Node.Mapping mapping;
    private final Report report;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String path, Node.Mapping mapping, Report report) {
        this.path = path;
        this.mapping = mapping;
        this.report = report;
    }

    int line() {
        return mapping.line();
    }

    String path() {
        return path;
    }

    Report report() {
        return report;
    }

    Set<String> keys() {
        return mapping.entries().keySet();
    }

    /** The keys of an inner mapping, without asking for it. */
    Optional<Set<String>> keysOf(String key) {
        return mapping.entries().get(key) instanceof Node.Mapping inner
                ? Optional.of(inner.entries().keySet())
                : Optional.empty();
    }

    boolean has(String key) {
        asked.add(key);
        return mapping.entries().containsKey(key);
    }

    Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    Optional<String> text(String key) {
        return scalar(key, Node.Type.TEXT, "a text").filter(text -> notBlank(key, text));
    }

    Optional<String> required(String key, String why) {
        missing(key, why);
        return text(key);
    }

    boolean truth(String key, boolean otherwise) {
        return scalar(key, Node.Type.TRUTH, "true or false")
                .map(text -> text.equalsIgnoreCase("true"))
                .orElse(otherwise);
    }

    Optional<String> number(String key) {
        return scalar(key, Node.Type.NUMBER, "a whole number");
    }

    /** A list of texts, each once. */
    List<String> texts(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Items items) {
            return texts(key, items);
        }
        node.ifPresent(other -> wrong(key, other, "a list such as [a, b]"));
        return List.of();
    }

    private List<String> texts(String key, Node.Items items) {
        Set<String> texts = new LinkedHashSet<>();
        for (Node node : items.nodes()) {
            if (!(node instanceof Node.Scalar scalar) || scalar.type() != Node.Type.TEXT) {
                wrong(key, node, "a text");
            } else if (notBlank(key, scalar.text()) && !texts.add(scalar.text())) {
                report.at(scalar.line(), inner(key), "names '" + scalar.text() + "' twice");
            }
        }
        return new ArrayList<>(texts);
    }

    Optional<Section> section(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Mapping inner) {
            return Optional.of(new Section(inner(key), inner, report));
        }
        node.ifPresent(other -> wrong(key, other, "a mapping"));
        return Optional.empty();
    }

    /** A mapping, or a list of mappings. */
    List<Section> oneOrMore(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty() || !(node.get() instanceof Node.Items items)) {
            return section(key).stream().toList();
        }
        List<Section> sections = new ArrayList<>();
        for (Node each : items.nodes()) {
            String place = inner(key) + "[" + sections.size() + "]";
            if (each instanceof Node.Mapping inner) {
                sections.add(new Section(place, inner, report));
            } else {
                wrong(key, each, "a list of mappings");
            }
        }
        return sections;
    }

    /** All entries as sections; for mappings whose keys are names. */
    Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        keys().forEach(key -> section(key).ifPresent(section -> sections.put(key, section)));
        return sections;
    }

    void missing(String key, String why) {
        if (!has(key)) {
            problem(key, "is missing: " + why);
        }
    }

    void problem(String key, String message) {
        Node node = mapping.entries().get(key);
        report.at(node == null ? mapping.line() : node.line(), inner(key), message);
    }

    void wrong(String key, Node node, String wanted) {
        report.at(node.line(), inner(key), "must be " + wanted + ", not " + node.kind() + quoting(node, wanted));
    }

    private static String quoting(Node node, String wanted) {
        boolean quotable = wanted.equals("a text")
                && node instanceof Node.Scalar scalar
                && scalar.type() != Node.Type.NOTHING
                && scalar.type() != Node.Type.TEXT;
        return quotable ? "; put it in quotes if it is meant as text" : "";
    }

    /** Reports every key that nothing asked for. */
    void finish() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                problem(key, "is unknown here" + NearestWord.hint(key, asked));
            }
        }
    }

    String inner(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Optional<String> scalar(String key, Node.Type type, String wanted) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Scalar scalar && scalar.type() == type) {
            return Optional.of(scalar.text());
        }
        node.ifPresent(other -> wrong(key, other, wanted));
        return Optional.empty();
    }

    private boolean notBlank(String key, String text) {
        if (text.isBlank()) {
            problem(key, "is empty");
        }
        return !text.isBlank();
    }
}
