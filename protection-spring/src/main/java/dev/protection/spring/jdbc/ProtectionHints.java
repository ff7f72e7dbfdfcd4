package dev.protection.spring.jdbc;

import dev.protection.core.StoresProvider;
import dev.protection.encryption.KeyWrapperProvider;
import dev.protection.jdbc.ProtectedDriver;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What is found by name and would not be there after ahead-of-time processing. */
final class ProtectionHints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources().registerPattern("protection.yaml");
        hints.resources().registerPattern("protection.json");
        hints.resources().registerPattern("dev/protection/jdbc/schema/**");
        for (Class<?> service : List.of(StoresProvider.class, KeyWrapperProvider.class)) {
            hints.resources().registerPattern("META-INF/services/" + service.getName());
            ServiceLoader.load(service, loader).stream()
                    .map(provider -> TypeReference.of(provider.type()))
                    .forEach(type -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS));
        }
        hints.reflection().registerType(ProtectedDriver.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
    }
}
