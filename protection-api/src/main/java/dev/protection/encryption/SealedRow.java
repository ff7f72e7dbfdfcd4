package dev.protection.encryption;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row as it is stored. Its text form shows the names of the columns only.
 *
 * @param columns by column name: undeclared and plain columns as they are, encrypted ones as {@link Sealed}, and
 *     {@code <field>_index} as {@code byte[]}; empty for NULL
 */
public record SealedRow(Map<String, Optional<Object>> columns) {
    /**
     * Copies the columns.
     *
     * @param columns the columns
     */
    public SealedRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @Override
    public String toString() {
        return "SealedRow" + columns.keySet();
    }
}
