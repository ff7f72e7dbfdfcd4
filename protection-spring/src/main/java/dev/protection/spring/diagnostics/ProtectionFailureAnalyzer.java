package dev.protection.spring.diagnostics;

import dev.protection.ConfigurationException;
import dev.protection.ProtectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Whatever else the library refuses while the application starts: work without context or purpose, an unknown column, a
 * table with data in clear, a root key that does not open. The exception says what, where and what to do.
 */
final class ProtectionFailureAnalyzer extends AbstractFailureAnalyzer<ProtectionException> {
    private static final String REMEDY = " Remedy: ";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, ProtectionException cause) {
        if (cause instanceof ConfigurationException) {
            return null;
        }
        String message = String.valueOf(cause.getMessage());
        int remedy = message.lastIndexOf(REMEDY);
        String what = remedy < 0 ? message : message.substring(0, remedy);
        return new FailureAnalysis(
                "The library that protects personal data refused what the application does as it starts:"
                        + System.lineSeparator() + System.lineSeparator() + "    " + what,
                cause.remedy(),
                cause);
    }
}
