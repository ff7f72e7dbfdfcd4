package dev.protection.core;

import dev.protection.ProtectionContext;
import dev.protection.core.config.Configuration;
import java.util.Optional;

/** The fixed identity that a configuration declares for programs that set none of their own. */
final class DeclaredContext {
    private DeclaredContext() {}

    static Optional<ProtectionContext> of(Configuration configuration) {
        return configuration
                .context()
                .map(declared -> ProtectionContext.of(declared.actor(), declared.purpose(), declared.tenant()));
    }
}
