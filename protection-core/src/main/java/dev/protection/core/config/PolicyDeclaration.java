package dev.protection.core.config;

import dev.protection.access.Forbid;
import dev.protection.access.Mask;
import dev.protection.lawfulness.Mandates;
import java.util.List;

/**
 * Who may do what.
 *
 * @param roles what each role may do
 * @param forbids what is forbidden whatever roles may do
 * @param masks what is shown in place of values
 * @param mandates what controllers instruct
 * @param separations roles of which nobody may have two
 */
public record PolicyDeclaration(
        List<RoleDeclaration> roles,
        List<Forbid> forbids,
        List<Masked> masks,
        Mandates mandates,
        List<List<String>> separations) {
    /** Nothing said. */
    static final PolicyDeclaration NONE =
            new PolicyDeclaration(List.of(), List.of(), List.of(), Mandates.OWN, List.of());

    /**
     * Copies the lists.
     *
     * @param roles the roles
     * @param forbids the rules
     * @param masks the masks
     * @param mandates the mandates
     * @param separations the separations
     */
    public PolicyDeclaration {
        roles = List.copyOf(roles);
        forbids = List.copyOf(forbids);
        masks = List.copyOf(masks);
        separations = List.copyOf(separations);
    }

    /**
     * What is shown of a category under a purpose.
     *
     * @param category the name of a category
     * @param purpose the name of a purpose
     * @param mask what is shown
     */
    public record Masked(String category, String purpose, Mask mask) {}
}
