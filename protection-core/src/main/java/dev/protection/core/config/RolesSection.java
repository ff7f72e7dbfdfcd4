package dev.protection.core.config;

import dev.protection.Action;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code roles}. */
final class RolesSection {
    private RolesSection() {}

    static List<RoleDeclaration> read(Section file, Names names) {
        List<RoleDeclaration> roles = new ArrayList<>();
        file.section("roles")
                .ifPresent(section -> section.sections().forEach((name, role) -> roles.add(role(name, role, names))));
        return roles;
    }

    private static RoleDeclaration role(String name, Section section, Names names) {
        section.missing("allow", "the actions, of READ, COPY, MODIFY and DELETE");
        Set<Action> allow = Vocabulary.constants(section, "allow", Action.class);
        section.missing("for", "the purposes");
        List<String> purposes = section.texts("for");
        section.missing("categories", "the categories");
        List<String> categories = section.texts("categories");
        RoleDeclaration.Reach reach =
                Vocabulary.word(section, "tenants", RoleDeclaration.Reach.class).orElse(RoleDeclaration.Reach.OWN);
        section.finish();
        purposes.forEach(purpose -> names.purpose(section, "for", purpose));
        categories.forEach(category -> names.category(section, "categories", category));
        return new RoleDeclaration(name, allow, new LinkedHashSet<>(purposes), new LinkedHashSet<>(categories), reach);
    }
}
