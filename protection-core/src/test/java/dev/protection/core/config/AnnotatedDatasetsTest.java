package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.ConfigurationException;
import dev.protection.Dataset;
import dev.protection.FieldType;
import dev.protection.PersonalData;
import dev.protection.Search;
import dev.protection.SubjectKey;
import dev.protection.TenantKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotatedDatasetsTest {
    private static final String HEAD = """
            controller: { name: Example, contact: dpo@example.com }
            purposes:
              support: { basis: contract, categories: [name, email-address, birth-date, health] }
            """;

    static class Base {
        @TenantKey
        String clientId = "";
    }

    @PersonalData(
            table = "public.page_contact",
            key = "contact_id",
            purposes = "support",
            since = "last_active_at",
            eraseAfter = "P24M")
    static class PageContact extends Base {
        @SubjectKey(kind = "contact")
        long contactId;

        @PersonalData(category = "name", encrypt = true, search = Search.EQUALITY, provided = true)
        String fullName = "";

        @PersonalData(category = "birth-date", encrypt = true, whenErased = "1900-01-01")
        LocalDate birthDate = LocalDate.EPOCH;

        @PersonalData(category = "email-address", column = "mail", exactCollation = true)
        String email = "";

        int visits;
    }

    @PersonalData(purposes = "support")
    @TenantKey(fixed = "acme")
    record CardVisit(
            @SubjectKey(kind = "contact", column = "card", via = "public.page_contact.contact_id")
            long cardId,

            @PersonalData(category = "health", type = FieldType.BYTES, encrypt = true)
            Optional<byte[]> scanURL) {}

    @Test
    void classesDeclareWhatTheFileDeclares() {
        Configuration file = ConfigurationLoader.loadText("map.yaml", HEAD + """
                        datasets:
                          page_contact:
                            table: public.page_contact
                            key: [contact_id]
                            purposes: [support]
                            subject: { contact: contact_id }
                            tenant: client_id
                            retention: { since: last_active_at, erase-after: P24M }
                            fields:
                              full_name: { category: name, encrypt: true, search: [equality], provided: true }
                              birth_date: { category: birth-date, type: date, encrypt: true, when-erased: "1900-01-01" }
                              mail: { category: email-address, encrypt: false }
                          card_visit:
                            purposes: [support]
                            subject: { contact: card -> public.page_contact.contact_id }
                            tenant: { fixed: acme }
                            fields:
                              scan_url: { category: health, type: bytes, encrypt: true }
                        """);

        List<Dataset> read = AnnotatedDatasets.read(PageContactPlain.class, CardVisit.class);

        assertThat(read)
                .containsExactlyElementsOf(
                        file.dataMap().orElseThrow().datasets().values());
    }

    @PersonalData(
            dataset = "page_contact",
            table = "public.page_contact",
            key = "contact_id",
            purposes = "support",
            since = "last_active_at",
            eraseAfter = "P24M")
    static class PageContactPlain extends Base {
        @SubjectKey(kind = "contact")
        long contactId;

        @PersonalData(category = "name", encrypt = true, search = Search.EQUALITY, provided = true)
        String fullName = "";

        @PersonalData(category = "birth-date", encrypt = true, whenErased = "1900-01-01")
        LocalDate birthDate = LocalDate.EPOCH;

        @PersonalData(category = "email-address", column = "mail")
        String email = "";
    }

    @Test
    void everyOptionOfAFieldIsRead() {
        Dataset dataset = AnnotatedDatasets.read(PageContact.class).get(0);

        assertThat(dataset.name()).isEqualTo("page_contact");
        assertThat(dataset.fields()).containsOnlyKeys("full_name", "birth_date", "mail");
        assertThat(dataset.field("mail").orElseThrow().index().exact()).isTrue();
    }

    @PersonalData(category = "name", eraseAfter = "P1M")
    static class Confused {
        @SubjectKey(kind = "contact")
        long first;

        @SubjectKey(kind = "contact", via = "nowhere")
        long second;

        @SubjectKey(kind = "contact")
        long third;

        @PersonalData(table = "t", category = "name")
        String wrongPlace = "";

        @PersonalData
        Object nothingSaid = "";

        @PersonalData(category = "name", column = "wrong_place")
        String again = "";
    }

    @Test
    void everyMistakeOfEveryClassIsReported() {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> AnnotatedDatasets.read(Confused.class, String.class));

        assertThat(refused.problems().stream().map(Object::toString).toList())
                .anyMatch(text -> text.contains("Confused: has elements of @PersonalData that are for members"))
                .anyMatch(text -> text.contains("Confused: has no member marked @TenantKey"))
                .anyMatch(text -> text.contains("Confused: has 'eraseAfter' without"))
                .anyMatch(text -> text.contains("Confused.second: has a 'via' without"))
                .anyMatch(text -> text.contains("Confused.third: is a second @SubjectKey"))
                .anyMatch(text ->
                        text.contains("Confused.wrongPlace: has elements of @PersonalData that are for the class"))
                .anyMatch(text -> text.contains("Confused.nothingSaid: needs a category"))
                .anyMatch(text -> text.contains("Confused.nothingSaid: has the Java type java.lang.Object"))
                .anyMatch(text -> text.contains("Confused.again: declares the column 'wrong_place' a second time"))
                .anyMatch(text -> text.contains("java.lang.String: is not marked @PersonalData"));
    }

    @Test
    void javaNamesBecomeSnakeCase() {
        assertThat(List.of("fullName", "URLOfPage", "scanURL", "line2Text", "x"))
                .extracting(SnakeCase::of)
                .containsExactly("full_name", "url_of_page", "scan_url", "line2_text", "x");
    }
}
