package dev.protection.core.config;

import dev.protection.SubjectPath;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import java.util.Optional;

/** Reads where a row names its person and its tenant. */
final class PathSections {
    private static final String ARROW = "->";
    private static final String SUBJECT = "such as { contact: contact_id } or { owner: pet_id -> pet.owner_id }";

    private PathSections() {}

    static SubjectPath subject(Section dataset) {
        dataset.missing("subject", "say which column names the person, " + SUBJECT);
        return dataset.section("subject")
                .flatMap(PathSections::subjectPath)
                .orElse(new SubjectPath.Column("subject", "subject"));
    }

    private static Optional<SubjectPath> subjectPath(Section section) {
        if (section.keys().size() != 1) {
            section.report().at(section.line(), section.path(), "must name one kind of person, " + SUBJECT);
            return Optional.empty();
        }
        String kind = section.keys().iterator().next();
        return section.text(kind).flatMap(written -> path(section, kind, written));
    }

    private static Optional<SubjectPath> path(Section section, String kind, String written) {
        int arrow = written.indexOf(ARROW);
        if (arrow < 0) {
            return Optional.of(new SubjectPath.Column(kind, written));
        }
        String target = written.substring(arrow + ARROW.length()).strip();
        int dot = target.lastIndexOf('.');
        if (dot < 0 || target.contains(ARROW)) {
            section.problem(kind, "one hop is written column -> table.column");
            return Optional.empty();
        }
        String column = written.substring(0, arrow).strip();
        return Optional.of(new SubjectPath.Via(kind, column, target.substring(0, dot), target.substring(dot + 1)));
    }

    static TenantPath tenant(Section dataset) {
        dataset.missing("tenant", "say which column names the tenant, or { fixed: name }");
        Optional<Node> node = dataset.node("tenant");
        if (node.isPresent() && node.get() instanceof Node.Mapping) {
            return dataset.section("tenant").flatMap(PathSections::fixed).orElse(new TenantPath.Column("tenant"));
        }
        return new TenantPath.Column(dataset.text("tenant").orElse("tenant"));
    }

    private static Optional<TenantPath> fixed(Section section) {
        section.missing("fixed", "the tenant that all rows belong to");
        Optional<TenantPath> path = tenantId(section, "fixed").map(TenantPath.Fixed::new);
        section.finish();
        return path;
    }

    static Optional<TenantId> tenantId(Section section, String key) {
        return section.text(key).flatMap(text -> tenantId(section, key, text));
    }

    static Optional<TenantId> tenantId(Section section, String key, String text) {
        try {
            return Optional.of(TenantId.of(text));
        } catch (IllegalArgumentException e) {
            section.problem(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
