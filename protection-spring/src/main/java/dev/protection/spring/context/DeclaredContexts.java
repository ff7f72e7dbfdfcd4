package dev.protection.spring.context;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.spring.NamedContexts;
import dev.protection.spring.ProtectionProperties;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The contexts of {@code protection.contexts}. */
final class DeclaredContexts implements NamedContexts {
    /** The attribute of the actor that says which of these contexts it is. */
    static final String NAME = "context";

    private final Map<String, ProtectionProperties.Context> declared;

    DeclaredContexts(ProtectionProperties properties) {
        this.declared = properties.contexts();
    }

    @Override
    public Optional<ProtectionContext> named(String name) {
        return Optional.ofNullable(declared.get(name))
                .map(said -> ProtectionContext.of(actor(name, said), said.purpose(), TenantId.of(said.tenant())));
    }

    private static Actor actor(String name, ProtectionProperties.Context said) {
        Set<TenantId> tenants = said.tenants().isEmpty()
                ? Set.of(TenantId.of(said.tenant()))
                : said.tenants().stream().map(TenantId::of).collect(Collectors.toSet());
        return new Actor(said.actor(), new HashSet<>(said.roles()), tenants, Map.of(NAME, name));
    }
}
