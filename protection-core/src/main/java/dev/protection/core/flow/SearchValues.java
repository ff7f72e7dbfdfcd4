package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.TenantId;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.encryption.CaseRules;
import java.util.Map;

/** Makes what stands in the helper columns beside a value. */
final class SearchValues {
    private final EncryptionEngine engine;
    private final CaseRules rules;

    SearchValues(EncryptionEngine engine, CaseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** Puts the bytes under the columns' names; a column that stays empty is absent. */
    void put(TenantId tenant, Dataset dataset, Field field, Object value, Map<String, byte[]> terms) {
        if (field.indexed()) {
            terms.put(SearchColumn.INDEX.name(field), engine.term(tenant, dataset, field, value));
        }
        if (field.prefixed()) {
            String text = engine.normalised(field, value, false);
            boolean regular = rules.isRegular(text);
            for (SearchColumn column : SearchColumn.of(field)) {
                if (column.holdsBeginnings() && (!regular || !spared(column))) {
                    String compared = compared(column, text, rules);
                    terms.put(column.name(field), engine.beginnings(tenant, dataset, field, column, compared));
                }
            }
        }
    }

    /** Where case is a matter of two, upper and lower case tell no more than the folded text. */
    private static boolean spared(SearchColumn column) {
        return column == SearchColumn.UPPER || column == SearchColumn.LOWER;
    }

    static String compared(SearchColumn column, String text, CaseRules rules) {
        return switch (column) {
            case FOLDED -> rules.fold(text);
            case UPPER -> rules.upper(text);
            case LOWER -> rules.lower(text);
            default -> text;
        };
    }
}
