package dev.protection.core.config;

import dev.protection.Action;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.Mask;
import dev.protection.access.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code roles}, {@code forbid}, {@code masks}, {@code separate} and {@code controllers}. */
final class PolicySections {
    private final Names names;

    private PolicySections(Names names) {
        this.names = names;
    }

    static PolicyDeclaration read(Section file, Names names) {
        PolicySections sections = new PolicySections(names);
        return new PolicyDeclaration(
                sections.roles(file),
                sections.forbids(file),
                sections.masks(file),
                new MandateSections(names).read(file),
                sections.separations(file));
    }

    private List<RoleDeclaration> roles(Section file) {
        List<RoleDeclaration> roles = new ArrayList<>();
        file.section("roles")
                .ifPresent(section -> section.keys().forEach(role -> {
                    List<Grant> grants =
                            section.oneOrMore(role).stream().map(this::grant).toList();
                    roles.add(new RoleDeclaration(role, grants));
                }));
        return roles;
    }

    private Grant grant(Section section) {
        section.missing("allow", "the actions, of READ, COPY, MODIFY and DELETE");
        section.missing("for", "the purposes");
        section.missing("categories", "the categories");
        TenantScope scope =
                Vocabulary.word(section, "tenants", TenantScope.class).orElse(TenantScope.OWN);
        Grant grant = new Grant(
                Vocabulary.constants(section, "allow", Action.class),
                purposes(section),
                categories(section),
                new TreeSet<>(section.texts("datasets")),
                scope,
                ConditionWords.read(section));
        section.finish();
        return grant;
    }

    private List<Forbid> forbids(Section file) {
        List<Forbid> forbids = new ArrayList<>();
        for (Section section : file.oneOrMore("forbid")) {
            section.missing("actions", "of READ, COPY, MODIFY and DELETE");
            List<String> roles = section.texts("roles");
            roles.forEach(role -> names.role(section, "roles", role));
            forbids.add(new Forbid(
                    new TreeSet<>(roles),
                    Vocabulary.constants(section, "actions", Action.class),
                    purposes(section),
                    categories(section),
                    new TreeSet<>(section.texts("datasets"))));
            section.finish();
        }
        return forbids;
    }

    private List<List<String>> separations(Section file) {
        List<List<String>> separations = new ArrayList<>();
        for (Section section : file.oneOrMore("separate")) {
            section.missing("roles", "the roles of which nobody may have two");
            List<String> roles = section.texts("roles");
            roles.forEach(role -> names.role(section, "roles", role));
            separations.add(roles);
            section.finish();
        }
        return separations;
    }

    private List<PolicyDeclaration.Masked> masks(Section file) {
        List<PolicyDeclaration.Masked> masks = new ArrayList<>();
        file.section("masks")
                .ifPresent(all -> all.sections().forEach((category, section) -> {
                    names.category(all, category, category);
                    section.keys().forEach(purpose -> {
                        names.purpose(section, purpose, purpose);
                        Vocabulary.word(section, purpose, Mask.class)
                                .ifPresent(mask -> masks.add(new PolicyDeclaration.Masked(category, purpose, mask)));
                    });
                }));
        return masks;
    }

    private SortedSet<String> purposes(Section section) {
        List<String> purposes = section.texts("for");
        purposes.forEach(purpose -> names.purpose(section, "for", purpose));
        return new TreeSet<>(purposes);
    }

    private SortedSet<String> categories(Section section) {
        List<String> categories = section.texts("categories");
        categories.forEach(category -> names.category(section, "categories", category));
        return new TreeSet<>(categories);
    }
}
