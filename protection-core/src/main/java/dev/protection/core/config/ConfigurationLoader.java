package dev.protection.core.config;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.measures.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads configuration files in YAML and JSON. */
public final class ConfigurationLoader {
    private ConfigurationLoader() {}

    /**
     * Reads a file.
     *
     * @param location a path, optionally after {@code file:}, or {@code classpath:} and a resource's name; it ends in
     *     {@code .yaml}, {@code .yml} or {@code .json}
     * @return what it says
     * @throws ConfigurationException naming every problem with file and line
     */
    public static Configuration load(String location) {
        Report report = new Report(location);
        return read(known(report) ? SourceText.fetch(location, report) : null, report);
    }

    /**
     * Reads a text.
     *
     * @param name stands for the file's name in messages; it ends in {@code .yaml}, {@code .yml} or {@code .json}
     * @param text the whole text
     * @return what it says
     * @throws ConfigurationException naming every problem with name and line
     */
    public static Configuration loadText(String name, String text) {
        Report report = new Report(name);
        boolean readable = known(report) && SourceText.withinLimit(text, text.length(), report);
        return read(readable ? text : null, report);
    }

    /** Reads a file that another one names; its problems join the other's. */
    static Optional<Section> part(String location, Report whole) {
        Report report = new Report(location);
        String text = known(report) ? SourceText.fetch(location, report) : null;
        Node root = text == null ? null : parse(text, report);
        if (root != null && !(root instanceof Node.Mapping)) {
            report.at(root.line(), "", "must be a mapping, not " + root.kind());
        }
        whole.join(report);
        return root instanceof Node.Mapping mapping ? Optional.of(new Section("", mapping, report)) : Optional.empty();
    }

    private static boolean known(Report report) {
        boolean known = report.json() || report.yaml();
        if (!known) {
            report.whole("has a name that says neither YAML nor JSON: it must end in .yaml, .yml or .json");
        }
        return known;
    }

    private static Configuration read(@Nullable String text, Report report) {
        Node root = text == null ? null : parse(text, report);
        if (root != null && !(root instanceof Node.Mapping)) {
            report.at(root.line(), "", "must be a mapping of sections such as 'datasets:', not " + root.kind());
        }
        if (!(root instanceof Node.Mapping mapping)) {
            report.throwIfAny();
            throw new IllegalStateException("a file that was not understood left no problem");
        }
        Configuration configuration = sections(new Section("", mapping, report));
        report.throwIfAny();
        return configuration;
    }

    private static @Nullable Node parse(String text, Report report) {
        if (report.json()) {
            return JsonDocuments.read(text, report);
        }
        try {
            return YamlDocuments.read(text, report);
        } catch (NoClassDefFoundError e) {
            report.whole("is YAML, which needs tools.jackson.dataformat:jackson-dataformat-yaml on the class path;"
                    + " add it, or write the file in JSON");
            return null;
        }
    }

    private static Configuration sections(Section file) {
        Names names = new Names(file);
        Optional<DataMap> dataMap = DataMapSection.read(file);
        PolicyDeclaration policy = PolicySections.read(file, names);
        Optional<TenantsDeclaration> tenants = TenantsSection.read(file);
        Optional<ContextDeclaration> context = ContextSection.read(file, names);
        Optional<String> rootKey = StoresSection.rootKey(file);
        StoresDeclaration stores = StoresSection.read(file);
        Profile profile = Vocabulary.word(file, "profile", Profile.class).orElse(Profile.PRODUCTION);
        Duration staleness = Vocabulary.duration(file, "staleness").orElse(Configuration.DEFAULT_STALENESS);
        long bulkThreshold = bulkThreshold(file);
        List<Measure> measures = MeasuresSection.read(file);
        file.finish();
        return new Configuration(
                file.report().file(),
                dataMap,
                policy,
                tenants,
                context,
                rootKey,
                stores,
                profile,
                staleness,
                bulkThreshold,
                measures);
    }

    private static long bulkThreshold(Section file) {
        Optional<Long> read = file.number("bulk-threshold").flatMap(text -> {
            boolean whole = text.matches("[0-9]{1,18}") && Long.parseLong(text) > 0;
            if (!whole) {
                file.problem("bulk-threshold", "must be a whole number above zero");
            }
            return whole ? Optional.of(Long.parseLong(text)) : Optional.empty();
        });
        return read.orElse(Configuration.DEFAULT_BULK_THRESHOLD);
    }
}
