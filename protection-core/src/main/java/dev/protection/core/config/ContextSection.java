package dev.protection.core.config;

import dev.protection.Actor;
import dev.protection.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code context}. */
final class ContextSection {
    private ContextSection() {}

    static Optional<ContextDeclaration> read(Section file, Names names) {
        return file.section("context").flatMap(section -> context(section, names));
    }

    private static Optional<ContextDeclaration> context(Section section, Names names) {
        Optional<String> actor = section.required("actor", "who acts");
        section.missing("roles", "the roles of who acts");
        List<String> roles = section.texts("roles");
        section.missing("tenants", "the tenants that the actor is assigned to");
        List<String> written = section.texts("tenants");
        section.missing("tenant", "whose work it is");
        Optional<TenantId> tenant = PathSections.tenantId(section, "tenant");
        Optional<String> purpose = section.required("purpose", "what the work is for");
        section.finish();
        roles.forEach(role -> names.role(section, "roles", role));
        purpose.ifPresent(name -> names.purpose(section, "purpose", name));
        Set<TenantId> tenants = tenants(section, written);
        return actor.flatMap(id -> tenant.flatMap(work -> purpose.map(name ->
                new ContextDeclaration(new Actor(id, new LinkedHashSet<>(roles), tenants, Map.of()), work, name))));
    }

    private static Set<TenantId> tenants(Section section, List<String> written) {
        return written.stream()
                .flatMap(text -> PathSections.tenantId(section, "tenants", text).stream())
                .collect(Collectors.toSet());
    }
}
