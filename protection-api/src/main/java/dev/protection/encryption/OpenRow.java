package dev.protection.encryption;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row as the application sees it. Its text form shows the names of the columns only.
 *
 * @param fields the declared fields by name; a field that is NULL is absent
 * @param columns the other columns by name; empty for NULL
 */
public record OpenRow(Map<String, Reading<?>> fields, Map<String, Optional<Object>> columns) {
    /**
     * Copies the parts.
     *
     * @param fields the declared fields
     * @param columns the other columns
     */
    public OpenRow {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @Override
    public String toString() {
        return "OpenRow" + fields.keySet() + columns.keySet();
    }
}
