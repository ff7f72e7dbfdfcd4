package dev.protection.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Folding never parts what a case joins, and among regular texts joins no more. */
class CaseRulesProperties {
    private static final CaseRules OWN =
            CaseRules.of(Map.of(0xE5, "\u00C5", 0x131, "I"), Map.of(0xC5, "\u00E5", 0x212A, "k"));
    private static final List<CaseRules> ALL = List.of(CaseRules.SIMPLE, CaseRules.FULL, OWN);

    @Provide
    Arbitrary<CaseRules> rules() {
        return Arbitraries.of(ALL);
    }

    /** Short texts of few letters, many of them with odd cases, so that two are often equal in some case. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a A i I k K s S \u0131 \u0130 \u017F \u212A \u00DF \u1E9E \u03A3 \u03C3 \u03C2 \u0307 \u00E5 \u00C5 \u212B \u00B5 \u03BC \u01C5 \u01C6 \u0149 \uFB01 \u1E9A % 1"
                                .split(" "))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(letters -> String.join("", letters));
    }

    @Property(tries = 5000)
    void textsThatOneCaseMakesEqualAreEqualWhenFolded(
            @ForAll @From("rules") CaseRules rules,
            @ForAll @From("texts") String one,
            @ForAll @From("texts") String other) {
        if (rules.upper(one).equals(rules.upper(other)) || rules.lower(one).equals(rules.lower(other))) {
            assertThat(rules.fold(one)).isEqualTo(rules.fold(other));
        }
    }

    @Property(tries = 5000)
    void regularTextsThatAreEqualWhenFoldedAreEqualInBothCases(
            @ForAll @From("rules") CaseRules rules,
            @ForAll @From("texts") String one,
            @ForAll @From("texts") String other) {
        if (rules.isRegular(one + other) && rules.fold(one).equals(rules.fold(other))) {
            assertThat(rules.upper(one)).isEqualTo(rules.upper(other));
            assertThat(rules.lower(one)).isEqualTo(rules.lower(other));
        }
    }

    @Property
    void whatBeginsATextBeginsItFolded(
            @ForAll @From("rules") CaseRules rules,
            @ForAll @From("texts") String one,
            @ForAll @From("texts") String other) {
        assertThat(rules.fold(one + other)).isEqualTo(rules.fold(one) + rules.fold(other));
    }

    @Example
    void everyLetterFoldsToWhatItsCasesFoldTo() {
        String letters = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (CaseRules rules : ALL) {
            assertThat(rules.folds(letters)).isTrue();
        }
        assertThat(CaseRules.of(Map.of(0xE5, "x"), Map.of()).folds("\u00E5")).isTrue();
        assertThat(CaseRules.of(Map.of(0xE5, "\u00E4", 0xE4, "\u00F6"), Map.of())
                        .folds("\u00E5"))
                .isFalse();
    }

    @Example
    void lettersWithoutOnePartnerAreNotRegular() {
        for (String odd : List.of("\u0131", "\u017F", "\u212A", "\u00B5", "\u01C5", "\u03C2")) {
            assertThat(CaseRules.SIMPLE.isRegular(odd)).as(odd).isFalse();
            assertThat(CaseRules.FULL.isRegular("a" + odd)).as(odd).isFalse();
        }
        assertThat(CaseRules.SIMPLE.isRegular("Stra\u00DFe \u03C3 \u5F35 \u017D"))
                .isTrue();
        assertThat(CaseRules.FULL.isRegular("\u00DF")).isFalse();
        assertThat(CaseRules.FULL.isRegular("\u03C3")).isFalse();
    }
}
