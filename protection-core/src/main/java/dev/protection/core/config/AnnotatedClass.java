package dev.protection.core.config;

import dev.protection.AuditMode;
import dev.protection.Dataset;
import dev.protection.Mode;
import dev.protection.PersonalData;
import dev.protection.Problem;
import dev.protection.RetentionRule;
import dev.protection.SubjectPath;
import dev.protection.TenantId;
import dev.protection.TenantKey;
import dev.protection.TenantPath;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One class marked {@link PersonalData} while it is read. */
final class AnnotatedClass {
    private final Class<?> type;
    private final List<Problem> problems;
    private final Map<String, dev.protection.Field> fields = new LinkedHashMap<>();
    private @Nullable SubjectPath subject;
    private @Nullable TenantPath tenant;

    AnnotatedClass(Class<?> type, List<Problem> problems) {
        this.type = type;
        this.problems = problems;
    }

    /** What is missing gets a stand-in; the reported problems refuse it anyway. */
    Dataset read() {
        PersonalData mark = type.getAnnotation(PersonalData.class);
        if (mark == null) {
            problem("is not marked @PersonalData");
        } else if (!MemberElements.unset(mark)) {
            problem("has elements of @PersonalData that are for members, such as 'category'");
        }
        fixedTenant();
        members(type);
        if (subject == null) {
            problem("has no member marked @SubjectKey");
        }
        if (tenant == null) {
            problem("has no member marked @TenantKey, nor @TenantKey(fixed = ..) itself");
        }
        String name = mark == null || mark.dataset().isEmpty() ? SnakeCase.of(type.getSimpleName()) : mark.dataset();
        return new Dataset(
                name,
                mark == null || mark.table().isEmpty() ? name : mark.table(),
                mark == null ? List.of() : List.of(mark.key()),
                mark == null ? java.util.Set.of() : new LinkedHashSet<>(List.of(mark.purposes())),
                subject == null ? new SubjectPath.Column("subject", "subject") : subject,
                tenant == null ? new TenantPath.Column("tenant") : tenant,
                Mode.ENFORCE,
                AuditMode.STANDARD,
                mark == null ? Optional.empty() : retention(mark),
                fields);
    }

    private void members(Class<?> from) {
        if (from.getSuperclass() != null) {
            members(from.getSuperclass());
        }
        // A record's component annotations stand on its fields as well.
        for (java.lang.reflect.Field member : from.getDeclaredFields()) {
            AnnotatedMember read = new AnnotatedMember(member, problems);
            read.field().ifPresent(field -> put(member, field));
            read.subject().ifPresent(path -> subject(member, path));
            read.tenant().ifPresent(path -> tenant(member.getName(), path));
        }
    }

    private void put(java.lang.reflect.Field member, dev.protection.Field field) {
        if (fields.putIfAbsent(field.name(), field) != null) {
            problem(member.getName(), "declares the column '" + field.name() + "' a second time");
        }
    }

    private void subject(java.lang.reflect.Field member, SubjectPath path) {
        if (subject != null) {
            problem(member.getName(), "is a second @SubjectKey; a row belongs to one person");
        }
        subject = path;
    }

    private void tenant(String member, TenantPath path) {
        if (tenant != null) {
            problem(member, "is a second @TenantKey; a row belongs to one tenant");
        }
        tenant = path;
    }

    private void fixedTenant() {
        TenantKey mark = type.getAnnotation(TenantKey.class);
        if (mark == null) {
            return;
        }
        if (mark.fixed().isBlank() || !mark.column().isEmpty()) {
            problem("has a @TenantKey that on a class says 'fixed' and nothing else");
            return;
        }
        tenant = new TenantPath.Fixed(TenantId.of(mark.fixed()));
    }

    private Optional<RetentionRule> retention(PersonalData mark) {
        if (mark.since().isEmpty()) {
            if (!mark.eraseAfter().isEmpty()) {
                problem("has 'eraseAfter' without the 'since' column that it counts from");
            }
            return Optional.empty();
        }
        return Optional.of(new RetentionRule(mark.since(), period(mark.eraseAfter())));
    }

    private Optional<Period> period(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Period.parse(text));
        } catch (DateTimeParseException e) {
            problem("'eraseAfter = \"" + text + "\"' is not a period of ISO 8601 such as P24M");
            return Optional.empty();
        }
    }

    private void problem(String message) {
        problems.add(new Problem(type.getName(), message));
    }

    private void problem(String member, String message) {
        problems.add(new Problem(type.getName() + "." + member, message));
    }
}
