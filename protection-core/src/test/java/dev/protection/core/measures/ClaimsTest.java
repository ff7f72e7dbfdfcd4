package dev.protection.core.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    @ParameterizedTest
    @CsvSource({
        "Transfers use 256-bit SSL.,'SSL'",
        "The host is certified to DIN ISO/IEC 2700.,'ISO/IEC 2700'",
        "We are constantly checking.,'constantly'",
        "Backups are made regularly.,'regularly'",
        "All traffic is encrypted.,'All'"
    })
    void wordsThatNothingCanBackAreNamed(String text, String word) {
        assertThat(Claims.in(text)).singleElement().asString().contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connections use TLS 1.3.",
                "The host is certified to ISO/IEC 27001.",
                "Backups are made daily and restored once a quarter.",
                "Small overall allowances are allowed."
            })
    void plainWordsAreLeftAlone(String text) {
        assertThat(Claims.in(text)).isEmpty();
    }
}
