package dev.protection.core.config;

import dev.protection.access.Grant;
import java.util.List;

/**
 * What a role may do.
 *
 * @param name the word used by actors
 * @param grants its grants
 */
public record RoleDeclaration(String name, List<Grant> grants) {
    /**
     * Copies the list.
     *
     * @param name the word
     * @param grants the grants
     */
    public RoleDeclaration {
        grants = List.copyOf(grants);
    }
}
