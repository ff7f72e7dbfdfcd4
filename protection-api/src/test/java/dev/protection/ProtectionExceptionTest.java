package dev.protection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtectionExceptionTest {
    @Test
    void loggable_keepsOurWordsAndNobodyElses() {
        assertThat(ProtectionException.loggable(new MissingContextException())).contains("PROT-CONTEXT-MISSING");
        assertThat(ProtectionException.loggable(new IllegalStateException("Anna Sentinel")))
                .isEqualTo("java.lang.IllegalStateException");
    }
}
