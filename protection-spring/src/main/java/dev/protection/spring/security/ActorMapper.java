package dev.protection.spring.security;

import dev.protection.Actor;
import org.springframework.security.core.Authentication;

/**
 * Tells who acts by what Spring Security knows of him. Without a bean of the application's, the id is the
 * authentication's name, authorities {@code ROLE_X_Y} are roles {@code x-y}, and authorities {@code TENANT_a} assign to
 * tenant {@code a}. Safe for use by several threads.
 */
@FunctionalInterface
public interface ActorMapper {
    /**
     * Returns who acts.
     *
     * @param authentication of somebody who is signed in
     * @return the actor, with roles, tenants and attributes
     */
    Actor map(Authentication authentication);
}
