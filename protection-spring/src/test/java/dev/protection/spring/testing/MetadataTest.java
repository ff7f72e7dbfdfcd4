package dev.protection.spring.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.spring.ProtectionProperties;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metadata names exactly the properties there are, each with what it means. */
class MetadataTest {
    @Test
    void namesEveryProperty() throws Exception {
        Set<String> described = new TreeSet<>();
        try (InputStream file =
                ProtectionProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            for (JsonNode property : JsonMapper.shared().readTree(file).get("properties")) {
                assertThat(property.get("description").asString()).endsWith(".");
                described.add(property.get("name").asString());
            }
        }
        described.remove("management.health.protection.enabled");
        Set<String> declared = new TreeSet<>();
        names("protection", ProtectionProperties.class, declared);
        assertThat(described).isEqualTo(declared);
    }

    private static void names(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                names(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }
}
