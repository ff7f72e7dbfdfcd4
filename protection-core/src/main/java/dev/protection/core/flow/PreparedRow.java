package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.encryption.SubjectKeyring;
import java.util.Map;
import java.util.Optional;

/**
 * A row as the database stores it.
 *
 * @param tenant whose row it is
 * @param subject whose data it is; empty until the database has made the person's id
 * @param cells the sealed values by field; a field whose value is NULL is absent
 * @param terms what the helper columns hold, by their declared names; one that is NULL is absent
 * @param keys the keys that sealed the cells
 */
public record PreparedRow(
        TenantId tenant,
        Optional<SubjectRef> subject,
        Map<String, byte[]> cells,
        Map<String, byte[]> terms,
        java.util.List<SubjectKeyring> keys) {
    /**
     * Copies the parts.
     *
     * @param tenant whose row it is
     * @param subject whose data it is
     * @param cells the sealed values
     * @param terms the index terms
     * @param keys the keys
     */
    public PreparedRow {
        cells = Map.copyOf(cells);
        terms = Map.copyOf(terms);
        keys = java.util.List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "PreparedRow of " + tenant + " with " + cells.keySet();
    }
}
