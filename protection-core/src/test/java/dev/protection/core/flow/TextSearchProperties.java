package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.Search;
import dev.protection.SearchColumn;
import dev.protection.TenantId;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.core.encryption.KeySettings;
import dev.protection.encryption.CaseRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The columns of beginnings say of every value and every search what comparing the texts themselves says. */
class TextSearchProperties {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final Field NAME = Field.sealed("name", "name").search(Search.PREFIX);
    private static final Dataset CONTACT = Dataset.named("contact")
            .purposes("support")
            .subject("contact", "id")
            .tenant("tenant")
            .field(NAME)
            .build();
    private static final EncryptionEngine ENGINE = engine();

    @Provide
    Arbitrary<CaseRules> rules() {
        return Arbitraries.of(CaseRules.SIMPLE, CaseRules.FULL);
    }

    @Provide
    Arbitrary<String> texts() {
        String letters =
                "a A i I k K s S ss \u0131 \u0130 \u017F \u212A \u00DF \u1E9E \u03A3 \u03C3 \u03C2 i\u0307 \u00E5"
                        + " \u212B \u01C5 \u01C6 \u0149 \uFB01 f \uD83C\uDF89 1";
        return Arbitraries.of(letters.split(" ")).list().ofMaxSize(4).map(parts -> String.join("", parts));
    }

    @Property(tries = 4000)
    void aSearchFindsWhatComparingTextsFinds(
            @ForAll @From("rules") CaseRules rules,
            @ForAll TextSearch.Form form,
            @ForAll boolean whole,
            @ForAll boolean cased,
            @ForAll @From("texts") String value,
            @ForAll @From("texts") String searched) {
        String text = cased ? inCase(form, searched, rules) : searched;
        String compared = inCase(form, value, rules);
        boolean expected = whole ? compared.equals(text) : compared.startsWith(text);

        TextSearch search = new TextSearch(form, text, whole, rules);
        TextTerms terms = new TextTermsFactory(ENGINE, Set.of(TENANT), CONTACT, NAME)
                .of(search)
                .orElseThrow();

        assertThat(found(stored(value, rules), terms, whole)).isEqualTo(expected);
    }

    @Property(tries = 20)
    void aBeginningOfMoreThanSixtyFourCharactersIsNotAnswered(@ForAll TextSearch.Form form) {
        TextTermsFactory terms = new TextTermsFactory(ENGINE, Set.of(TENANT), CONTACT, NAME);
        String longest = "\uD83C\uDF89".repeat(TextSearch.MOST);
        assertThat(terms.of(new TextSearch(form, longest, false, CaseRules.FULL)))
                .isPresent();
        assertThat(terms.of(new TextSearch(form, longest + "x", false, CaseRules.FULL)))
                .isEmpty();
        assertThat(terms.of(new TextSearch(form, longest + "x", true, CaseRules.FULL)))
                .isPresent();
        Map<String, byte[]> stored = stored(longest + "x", CaseRules.FULL);
        assertThat(stored.values()).allSatisfy(bytes -> assertThat(bytes).hasSize((TextSearch.MOST + 1) * 16));
    }

    private static String inCase(TextSearch.Form form, String text, CaseRules rules) {
        return switch (form) {
            case EXACT -> text;
            case UPPER -> rules.upper(text);
            case LOWER -> rules.lower(text);
        };
    }

    private static Map<String, byte[]> stored(String value, CaseRules rules) {
        Map<String, byte[]> columns = new HashMap<>();
        new SearchValues(ENGINE, rules).put(TENANT, CONTACT, NAME, value, columns);
        return columns;
    }

    private static boolean found(Map<String, byte[]> row, TextTerms terms, boolean whole) {
        TextTerms.Bytes bytes = terms.scopes().get(0);
        if (!holds(row.get(terms.main().name(NAME)), bytes.main(), whole)) {
            return false;
        }
        if (terms.further().isEmpty()) {
            return true;
        }
        SearchColumn further = terms.further().get();
        byte @Nullable [] other = row.get(further.name(NAME));
        return other == null ? terms.mayBeNull() : holds(other, bytes.further().orElseThrow(), whole);
    }

    private static boolean holds(byte @Nullable [] column, byte[] searched, boolean whole) {
        if (column == null || column.length < searched.length) {
            return false;
        }
        return Arrays.equals(whole ? column : Arrays.copyOf(column, searched.length), searched);
    }

    private static EncryptionEngine engine() {
        return new EncryptionEngine(
                new InMemoryKeyStore(),
                World.root(),
                tenant -> TENANT,
                Clock.systemUTC(),
                new SecureRandom(),
                KeySettings.defaults(),
                new SimpleMeterRegistry());
    }
}
