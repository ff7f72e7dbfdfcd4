package dev.protection.jdbc.proxy;

import dev.protection.SearchColumn;
import dev.protection.core.flow.PreparedRow;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.TextValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an INSERT's template needs. */
final class WriteSupplies implements Supplies {
    private final Bindings bindings;
    private final List<PreparedRow> rows;

    WriteSupplies(Bindings bindings, List<PreparedRow> rows) {
        this.bindings = bindings;
        this.rows = rows;
    }

    @Override
    public Bindings bindings() {
        return bindings;
    }

    @Override
    public byte @Nullable [] cell(int row, FieldUse use) {
        return rows.get(row).cells().get(use.field().name());
    }

    @Override
    public byte @Nullable [] storedTerm(int row, FieldUse use, SearchColumn kind) {
        return rows.get(row).terms().get(kind.name(use.field()));
    }

    @Override
    public boolean leftOut(FieldUse use) {
        return false;
    }

    @Override
    public List<byte[]> terms(FieldUse use, @Nullable Object value) {
        throw new IllegalStateException("an INSERT of values searches nothing");
    }

    @Override
    public boolean oneIndex(List<FieldUse> uses) {
        throw new IllegalStateException("an INSERT of values compares nothing");
    }

    @Override
    public String text(TextValue value) {
        throw new IllegalStateException("an INSERT of values searches nothing");
    }

    @Override
    public TextCondition textCondition(Piece.TextMatch match) {
        throw new IllegalStateException("an INSERT of values searches nothing");
    }

    @Override
    public OpenedLists opened(Piece.Opened condition) {
        throw new IllegalStateException("an INSERT of values searches nothing");
    }

    @Override
    public OccurrenceFilter filter(int occurrence) {
        throw new IllegalStateException("an INSERT of values has no row filter");
    }

    @Override
    public Optional<List<Object>> key() {
        return Optional.empty();
    }
}
