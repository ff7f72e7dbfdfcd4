package dev.protection.spring.security;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.PersonalData;
import dev.protection.TenantId;
import dev.protection.TenantKey;
import dev.protection.TenantPath;
import java.beans.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Tells which dataset an object of the application is a row of, and for which tenant. */
final class Rows {
    private static final String JPA_TABLE = "jakarta.persistence.Table";
    private static final String JPA_COLUMN = "jakarta.persistence.Column";
    private static final String DATA_TABLE = "org.springframework.data.relational.core.mapping.Table";
    private static final String DATA_COLUMN = "org.springframework.data.relational.core.mapping.Column";

    private Rows() {}

    static Optional<Dataset> dataset(Class<?> type, DataMap map) {
        Class<?> user = ClassUtils.getUserClass(type);
        return names(user)
                .map(Rows::bare)
                .flatMap(name -> map.datasets().values().stream()
                        .filter(dataset -> dataset.name().equalsIgnoreCase(name)
                                || bare(dataset.table()).equalsIgnoreCase(name)))
                .findFirst();
    }

    private static Stream<String> names(Class<?> type) {
        MergedAnnotations annotations = MergedAnnotations.from(type, MergedAnnotations.SearchStrategy.SUPERCLASS);
        return Stream.of(
                        text(annotations.get(PersonalData.class), "table"),
                        text(annotations.get(JPA_TABLE), "name"),
                        text(annotations.get(DATA_TABLE), "value"),
                        Optional.of(snake(type.getSimpleName())))
                .flatMap(Optional::stream);
    }

    static Optional<TenantId> fixedTenant(Dataset dataset) {
        return dataset.tenant() instanceof TenantPath.Fixed fixed ? Optional.of(fixed.tenant()) : Optional.empty();
    }

    static Optional<TenantId> tenant(Object row, Dataset dataset) {
        if (dataset.tenant() instanceof TenantPath.Column column) {
            return value(row, column.column())
                    .map(Object::toString)
                    .filter(text -> !text.isBlank())
                    .map(TenantId::of);
        }
        return fixedTenant(dataset);
    }

    private static Optional<Object> value(Object row, String column) {
        Class<?> type = ClassUtils.getUserClass(row);
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (holds(field, column)) {
                    return Optional.ofNullable(read(row, type, field));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Field field, String column) {
        MergedAnnotations annotations = MergedAnnotations.from(field);
        return annotations.isPresent(TenantKey.class)
                || Stream.of(text(annotations.get(JPA_COLUMN), "name"), text(annotations.get(DATA_COLUMN), "value"))
                        .flatMap(Optional::stream)
                        .anyMatch(column::equalsIgnoreCase)
                || snake(field.getName()).equalsIgnoreCase(column);
    }

    /** By its getter where there is one: the field of a lazy proxy is empty. */
    private static @Nullable Object read(Object row, Class<?> type, Field field) {
        PropertyDescriptor property = type.isRecord() ? null : BeanUtils.getPropertyDescriptor(type, field.getName());
        if (property != null && property.getReadMethod() != null) {
            return ReflectionUtils.invokeMethod(property.getReadMethod(), row);
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, row);
    }

    private static <A extends Annotation> Optional<String> text(MergedAnnotation<A> annotation, String attribute) {
        return annotation.isPresent()
                ? annotation.getValue(attribute, String.class).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static String bare(String table) {
        return Objects.requireNonNull(table).substring(table.lastIndexOf('.') + 1);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
