package dev.protection.core.config;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.PersonalData;
import dev.protection.Problem;
import dev.protection.SubjectKey;
import dev.protection.SubjectPath;
import dev.protection.TenantKey;
import dev.protection.TenantPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One field of a class, or component of a record, while its annotations are read. */
final class AnnotatedMember {
    private final java.lang.reflect.Field member;
    private final List<Problem> problems;

    AnnotatedMember(java.lang.reflect.Field member, List<Problem> problems) {
        this.member = member;
        this.problems = problems;
    }

    Optional<Field> field() {
        return Optional.ofNullable(member.getAnnotation(PersonalData.class)).flatMap(this::field);
    }

    private Optional<Field> field(PersonalData mark) {
        if (!ClassElements.unset(mark)) {
            problem("has elements of @PersonalData that are for the class, such as 'table'");
        }
        if (mark.category().isBlank()) {
            problem("needs a category: the kind of personal data");
        }
        if (mark.whenErased().length > 1) {
            problem("has more than one 'whenErased'");
        }
        Field.Index index = new Field.Index(
                mark.indexScope(),
                Optional.of(mark.indexGroup()).filter(group -> !group.isEmpty()),
                Set.of(mark.normalise()),
                mark.exactCollation());
        return type(mark)
                .map(type -> new Field(
                        column(mark.column()),
                        mark.category(),
                        type,
                        mark.encrypt(),
                        Set.of(mark.search()),
                        mark.provided(),
                        index,
                        List.of(mark.whenErased()).stream().findFirst()));
    }

    private Optional<FieldType> type(PersonalData mark) {
        if (mark.type().length > 1) {
            problem("has more than one type");
        }
        Optional<FieldType> type =
                mark.type().length > 0 ? Optional.of(mark.type()[0]) : JavaTypes.logical(member.getType());
        if (type.isEmpty()) {
            problem("has the Java type " + member.getType().getName() + ", which fits no logical type; say 'type'");
        }
        return type;
    }

    Optional<SubjectPath> subject() {
        return Optional.ofNullable(member.getAnnotation(SubjectKey.class)).flatMap(this::subject);
    }

    private Optional<SubjectPath> subject(SubjectKey mark) {
        String column = column(mark.column());
        if (mark.via().isEmpty()) {
            return Optional.of(new SubjectPath.Column(mark.kind(), column));
        }
        int dot = mark.via().lastIndexOf('.');
        if (dot < 0) {
            problem("has a 'via' without table and column, such as pet.owner_id");
            return Optional.empty();
        }
        return Optional.of(new SubjectPath.Via(
                mark.kind(), column, mark.via().substring(0, dot), mark.via().substring(dot + 1)));
    }

    Optional<TenantPath> tenant() {
        return Optional.ofNullable(member.getAnnotation(TenantKey.class)).map(mark -> {
            if (!mark.fixed().isEmpty()) {
                problem("has a fixed @TenantKey, which is for the class");
            }
            return new TenantPath.Column(column(mark.column()));
        });
    }

    private String column(String said) {
        return said.isEmpty() ? SnakeCase.of(member.getName()) : said;
    }

    private void problem(String message) {
        problems.add(new Problem(member.getDeclaringClass().getName() + "." + member.getName(), message));
    }
}
