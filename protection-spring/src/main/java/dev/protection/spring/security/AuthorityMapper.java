package dev.protection.spring.security;

import dev.protection.Actor;
import dev.protection.TenantId;
import dev.protection.spring.ProtectionProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The mapping by authorities. */
final class AuthorityMapper implements ActorMapper {
    private static final String ROLE = "ROLE_";
    private static final String TENANT = "TENANT_";

    private final ProtectionProperties.Tenant settings;

    AuthorityMapper(ProtectionProperties.Tenant settings) {
        this.settings = settings;
    }

    @Override
    public Actor map(Authentication authentication) {
        List<String> authorities = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null)
                .toList();
        Set<TenantId> tenants = new HashSet<>(
                named(authorities, TENANT).stream().map(TenantId::of).toList());
        settings.only().map(TenantId::of).ifPresent(tenants::add);
        Set<String> roles = named(authorities, ROLE).stream()
                .map(role -> role.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
        return new Actor(authentication.getName(), roles, tenants, Map.of());
    }

    private static List<String> named(List<String> authorities, String prefix) {
        return authorities.stream()
                .filter(authority -> authority.startsWith(prefix) && authority.length() > prefix.length())
                .map(authority -> authority.substring(prefix.length()))
                .toList();
    }
}
