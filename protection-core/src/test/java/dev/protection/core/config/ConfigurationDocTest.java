package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Category;
import dev.protection.Dataset;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.LegalBasis;
import dev.protection.Mode;
import dev.protection.Normalise;
import dev.protection.PersonalData;
import dev.protection.Search;
import dev.protection.SubjectKey;
import dev.protection.TenantKey;
import dev.protection.measures.Assurance;
import dev.protection.measures.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the configuration says what is so. */
class ConfigurationDocTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    // The page's own example, as it stands there.
    @PersonalData(
            table = "public.page_contact",
            key = "contact_id",
            purposes = "support",
            since = "last_active_at",
            eraseAfter = "P24M")
    record PageContact(
            @SubjectKey(kind = "contact") long contactId,
            @TenantKey String clientId,

            @PersonalData(category = "name", encrypt = true, search = Search.EQUALITY, provided = true)
            String fullName,

            @PersonalData(category = "birth-date", encrypt = true)
            LocalDate birthDate) {}

    @Test
    void everySnippetIsReadWithoutAProblem() throws IOException {
        List<Configuration> read = YAML.matcher(page())
                .results()
                .map(match -> ConfigurationLoader.loadText("configuration.md.yaml", match.group(1)))
                .toList();

        assertThat(read).hasSize(6);
        assertThat(read.get(0).dataMap()).isPresent();
        assertThat(ProfileRules.missingForProduction(read.get(0), java.util.Set.of()))
                .isEmpty();
    }

    @Test
    void everyWordOfEveryListIsThere() throws IOException {
        String page = page();
        Stream<String> words = Stream.of(
                        Stream.of(LegalBasis.values()).map(LegalBasis::word),
                        Stream.of(FieldType.values()).map(FieldType::word),
                        Stream.of(Search.values()).map(Search::word),
                        Stream.of(IndexScope.values()).map(IndexScope::word),
                        Stream.of(Normalise.values()).map(Normalise::word),
                        Stream.of(Mode.values()).map(Mode::word),
                        Stream.of(Action.values()).map(Action::name),
                        Stream.of(StatePlace.values()).map(StatePlace::path),
                        Arrays.stream(Weakness.values()).map(Weakness::name),
                        Arrays.stream(Assurance.values()).map(ConfigurationDocTest::word),
                        Arrays.stream(Control.values()).map(ConfigurationDocTest::word),
                        Category.standardNames().stream())
                .flatMap(list -> list);

        assertThat(words).allMatch(word -> page.contains("`" + word + "`") || page.contains("`[" + word + "]`"));
    }

    @Test
    void theExampleInJavaDeclaresWhatTheFileDeclares() throws IOException {
        String page = page();
        Dataset read = AnnotatedDatasets.read(PageContact.class).get(0);

        assertThat(page.replaceAll("\\s+", " "))
                .contains("@TenantKey String clientId, @PersonalData(category = \"name\"");
        assertThat(read.fields()).containsOnlyKeys("full_name", "birth_date");
        assertThat(read.field("birth_date").orElseThrow().type()).isEqualTo(FieldType.DATE);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void everyControlIsOnThePageOfMeasuresAsItIsMeasured() throws IOException {
        String measures = Files.readString(Path.of("doc", "measures.md"));

        assertThat(Control.values())
                .allMatch(control -> measures.contains("| `" + word(control) + "` | " + control.method() + " |"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("doc", "configuration.md"));
    }
}
