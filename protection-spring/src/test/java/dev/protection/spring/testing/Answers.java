package dev.protection.spring.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionException;
import java.util.concurrent.Callable;

/** The rule above all: what is answered is right, and what is not answered is refused by a code. */
public final class Answers {
    private Answers() {}

    /** Asserts that a call gives what it would give without the library, or is refused as a statement that is not offered. */
    public static <T> void rightOrRefused(T right, Callable<T> call) throws Exception {
        T answer;
        try {
            answer = call.call();
        } catch (RuntimeException failure) {
            assertThat(code(failure)).as("code of %s", failure).matches("PROT-(SQL|JDBC)-[A-Z-]+");
            return;
        }
        assertThat(answer).isEqualTo(right);
    }

    /** The code of the refusal among the causes; empty without one. */
    public static String code(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ProtectionException refusal) {
                return refusal.code();
            }
        }
        return "";
    }
}
