package dev.protection.core.config;

import dev.protection.Category;
import dev.protection.ConsentRule;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.Normalise;
import dev.protection.Purpose;
import dev.protection.Search;
import dev.protection.SubjectPath;
import dev.protection.TenantPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes a data map in the words of the grammar. */
final class WrittenMap {
    private WrittenMap() {}

    static String json(DataMap map) {
        return JsonMapper.builder().build().writeValueAsString(tree(map));
    }

    static String blockYaml(DataMap map) {
        return YAMLMapper.builder().build().writeValueAsString(tree(map));
    }

    private static Map<String, Object> tree(DataMap map) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("datasets", named(map.datasets(), WrittenMap::dataset));
        tree.put(
                "controller",
                Map.of(
                        "name",
                        map.controller().name(),
                        "contact",
                        map.controller().contact()));
        tree.put("purposes", named(map.purposes(), WrittenMap::purpose));
        tree.put("categories", named(map.categories(), WrittenMap::category));
        return tree;
    }

    private static <T> Map<String, Object> named(
            Map<String, T> all, java.util.function.Function<T, Map<String, Object>> write) {
        Map<String, Object> named = new LinkedHashMap<>();
        all.forEach((name, one) -> named.put(name, write.apply(one)));
        return named;
    }

    private static Map<String, Object> category(Category category) {
        return Map.of("dpv", category.iri(), "special", category.special());
    }

    private static Map<String, Object> purpose(Purpose purpose) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("basis", purpose.basis().word());
        tree.put("categories", purpose.categories());
        tree.put("recipients", purpose.recipients());
        put(tree, "law", purpose.law());
        put(tree, "dpv", purpose.iri());
        put(tree, "keep-at-least", purpose.keepAtLeast().map(Object::toString));
        put(tree, "while-restricted", purpose.whileRestricted().map(ground -> ground.word()));
        tree.put("direct-marketing", purpose.directMarketing());
        if (!purpose.consent().equals(ConsentRule.DEFAULT)) {
            Map<String, Object> consent = new LinkedHashMap<>();
            put(consent, "lasts", purpose.consent().lasts().map(Object::toString));
            consent.put("kept", purpose.consent().elsewhere() ? "elsewhere" : "here");
            tree.put("consent", consent);
        }
        return tree;
    }

    private static Map<String, Object> dataset(Dataset dataset) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", dataset.table());
        tree.put("key", dataset.key());
        tree.put("purposes", dataset.purposes());
        tree.put("subject", Map.of(dataset.subject().kind(), subject(dataset.subject())));
        tree.put(
                "tenant",
                dataset.tenant() instanceof TenantPath.Fixed fixed
                        ? Map.of("fixed", fixed.tenant().value())
                        : ((TenantPath.Column) dataset.tenant()).column());
        tree.put("mode", dataset.mode().word());
        tree.put("audit", dataset.audit().word());
        dataset.retention().ifPresent(rule -> {
            Map<String, Object> retention = new LinkedHashMap<>(Map.of("since", rule.since()));
            put(retention, "erase-after", rule.eraseAfter().map(Object::toString));
            tree.put("retention", retention);
        });
        tree.put("fields", named(dataset.fields(), WrittenMap::field));
        return tree;
    }

    private static String subject(SubjectPath path) {
        return path instanceof SubjectPath.Via via
                ? via.column() + " -> " + via.table() + "." + via.tableColumn()
                : path.column();
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("category", field.category());
        tree.put("type", field.type().word());
        tree.put("encrypt", field.encrypt());
        tree.put("search", field.search().stream().map(Search::word).toList());
        tree.put("provided", field.provided());
        tree.put("index-scope", field.index().scope().word());
        put(tree, "index-group", field.index().group());
        tree.put(
                "normalise",
                field.index().normalise().stream().map(Normalise::word).toList());
        put(tree, "collation", field.index().exact() ? Optional.of("exact") : Optional.empty());
        tree.put("when-erased", field.whenErased().orElse(null));
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Optional<?> value) {
        value.ifPresent(present -> tree.put(key, present));
    }
}
