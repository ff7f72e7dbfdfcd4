package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row as the application wants it written.
 *
 * @param tenant whose row it is
 * @param subject whose data it is; empty when the database makes the person's id
 * @param values the declared fields that are written, encrypted or not, by name; empty for NULL
 */
public record WriteRow(TenantId tenant, Optional<SubjectRef> subject, Map<String, Optional<Object>> values) {
    /**
     * Copies the parts.
     *
     * @param tenant whose row it is
     * @param subject whose data it is
     * @param values the fields
     */
    public WriteRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
        return "WriteRow of " + tenant + " with " + values.keySet();
    }
}
