package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.encryption.KeyHandle;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one read has handed out of one dataset. */
final class Seen {
    private final ReadRequest request;
    private final SortedSet<String> fields = new TreeSet<>();
    private final Set<KeyHandle> subjects = new LinkedHashSet<>();
    private final Set<Field> masked = new HashSet<>();
    private long rows;

    Seen(ReadRequest request) {
        this.request = request;
        request.used().forEach(field -> fields.add(field.name()));
    }

    void rows(long count) {
        rows += count;
    }

    void mask(Field field) {
        masked.add(field);
    }

    boolean isMasked(Field field) {
        return masked.contains(field);
    }

    void opened(Field field, KeyHandle subject) {
        fields.add(field.name());
        subjects.add(subject);
    }

    void shown(Field field) {
        fields.add(field.name());
    }

    Dataset dataset() {
        return request.dataset();
    }

    SortedSet<String> fields() {
        return fields;
    }

    Set<KeyHandle> subjects() {
        return subjects;
    }

    long rows() {
        return rows;
    }
}
