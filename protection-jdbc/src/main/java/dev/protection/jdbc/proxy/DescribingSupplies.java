package dev.protection.jdbc.proxy;

import dev.protection.SearchColumn;
import dev.protection.access.RowFilter;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.TextValue;
import dev.protection.jdbc.sql.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a template needs to be prepared without being run: any values of the right shape. */
final class DescribingSupplies implements Supplies {
    private static final int TERM = 32;

    private final List<Occurrence> occurrences;

    DescribingSupplies(List<Occurrence> occurrences) {
        this.occurrences = occurrences;
    }

    @Override
    public Bindings bindings() {
        return Bindings.NONE;
    }

    @Override
    public byte @Nullable [] cell(int row, FieldUse use) {
        return null;
    }

    @Override
    public byte @Nullable [] storedTerm(int row, FieldUse use, SearchColumn kind) {
        return null;
    }

    @Override
    public boolean leftOut(FieldUse use) {
        return false;
    }

    @Override
    public String text(TextValue value) {
        return "";
    }

    @Override
    public List<byte[]> searchTerms(FieldUse use, Value value) {
        return terms(use, null);
    }

    @Override
    public List<byte[]> terms(FieldUse use, @Nullable Object value) {
        return List.of(new byte[TERM]);
    }

    @Override
    public boolean oneIndex(List<FieldUse> uses) {
        return true;
    }

    @Override
    public TextCondition textCondition(Piece.TextMatch match) {
        return new TextCondition.Unknown();
    }

    @Override
    public OpenedLists opened(Piece.Opened condition) {
        return new OpenedLists(Dialect.MARIADB, List.of(), List.of(), List.of());
    }

    @Override
    public OccurrenceFilter filter(int occurrence) {
        return occurrences.stream()
                .filter(each -> each.number() == occurrence)
                .findFirst()
                .map(each -> new OccurrenceFilter(each, new RowFilter.All(), WithheldPersons.NOBODY))
                .orElseThrow();
    }

    @Override
    public Optional<List<Object>> key() {
        return Optional.empty();
    }
}
