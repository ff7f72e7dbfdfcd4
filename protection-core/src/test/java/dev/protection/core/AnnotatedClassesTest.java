package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Field;
import dev.protection.PersonalData;
import dev.protection.SubjectKey;
import dev.protection.TenantKey;
import org.junit.jupiter.api.Test;

class AnnotatedClassesTest {
    /** A record of the host. */
    @PersonalData(dataset = "note", purposes = "support")
    record Note(
            @SubjectKey(kind = "contact") int contactId,
            @TenantKey String clientId,
            @PersonalData(category = "name", encrypt = true) String author) {}

    @Test
    void addTheirDatasetsToTheDeclaration() {
        try (Protection protection = Samples.builder().annotated(Note.class).build()) {
            DataMap map = protection.dataMap();
            assertThat(map.datasets()).containsKeys("contact", "note");
            assertThat(map.dataset("note").orElseThrow().field("author")).contains(Field.sealed("author", "name"));
            assertThat(map.toBuilder().build()).isEqualTo(map);
        }
    }

    @Test
    void aDatasetDeclaredTwiceIsRefused() {
        assertThatThrownBy(() ->
                        Samples.builder().annotated(Note.class, Note.class).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("datasets.note");
    }
}
