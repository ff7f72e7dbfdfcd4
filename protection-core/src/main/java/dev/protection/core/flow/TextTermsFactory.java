package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.TenantId;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.encryption.CaseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the columns and terms that answer a search for a text exactly. */
final class TextTermsFactory {
    private final EncryptionEngine engine;
    private final Set<TenantId> tenants;
    private final Dataset dataset;
    private final Field field;

    TextTermsFactory(EncryptionEngine engine, Set<TenantId> tenants, Dataset dataset, Field field) {
        this.engine = engine;
        this.tenants = tenants;
        this.dataset = dataset;
        this.field = field;
    }

    /** Empty when the text is longer than the beginnings that are kept. */
    Optional<TextTerms> of(TextSearch search) {
        String text = engine.normalised(field, search.text(), !search.whole());
        boolean exact = search.form() == TextSearch.Form.EXACT || SearchColumn.caseless(field);
        String main = exact ? text : search.rules().fold(text);
        if (!search.whole() && Math.max(length(text), length(main)) > TextSearch.MOST) {
            return Optional.empty();
        }
        return Optional.of(exact ? exactly(text, search.whole()) : folded(text, main, search));
    }

    private TextTerms exactly(String text, boolean whole) {
        List<TextTerms.Bytes> scopes = beginnings(SearchColumn.PREFIX, text, whole).stream()
                .map(bytes -> new TextTerms.Bytes(bytes, Optional.empty()))
                .toList();
        return new TextTerms(SearchColumn.PREFIX, Optional.empty(), true, scopes);
    }

    /**
     * Texts that are equal in upper or in lower case are equal when folded. Of the texts that are equal when folded the
     * regular ones are equal in both cases; for the others the further column decides.
     */
    private TextTerms folded(String text, String folded, TextSearch search) {
        CaseRules rules = search.rules();
        SearchColumn further = search.form() == TextSearch.Form.UPPER ? SearchColumn.UPPER : SearchColumn.LOWER;
        boolean regular = rules.isRegular(text)
                && SearchValues.compared(further, text, rules).equals(text);
        List<byte[]> main = beginnings(SearchColumn.FOLDED, folded, search.whole());
        List<byte[]> other = beginnings(further, text, search.whole());
        List<TextTerms.Bytes> scopes = new ArrayList<>();
        for (int i = 0; i < main.size(); i++) {
            scopes.add(new TextTerms.Bytes(main.get(i), Optional.of(other.get(i))));
        }
        return new TextTerms(SearchColumn.FOLDED, Optional.of(further), regular, scopes);
    }

    private List<byte[]> beginnings(SearchColumn column, String text, boolean whole) {
        return engine.beginnings(tenants, dataset, field, column, text, whole);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
