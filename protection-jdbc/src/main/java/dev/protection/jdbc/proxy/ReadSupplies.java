package dev.protection.jdbc.proxy;

import dev.protection.SearchColumn;
import dev.protection.core.flow.ReadSession;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.TextValue;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query's template needs. */
final class ReadSupplies implements Supplies {
    private final Bindings bindings;
    private final ReadSession session;
    private final List<Occurrence> occurrences;
    private final ProtectedDatabase database;
    private final OpenedCells opened;

    ReadSupplies(
            Bindings bindings,
            ReadSession session,
            List<Occurrence> occurrences,
            ProtectedDatabase database,
            OpenedCells opened) {
        this.opened = opened;
        this.database = database;
        this.bindings = bindings;
        this.session = session;
        this.occurrences = occurrences;
    }

    @Override
    public Bindings bindings() {
        return bindings;
    }

    @Override
    public byte @Nullable [] cell(int row, FieldUse use) {
        throw new IllegalStateException("a query stores nothing");
    }

    @Override
    public byte @Nullable [] storedTerm(int row, FieldUse use, SearchColumn kind) {
        throw new IllegalStateException("a query stores nothing");
    }

    @Override
    public boolean leftOut(FieldUse use) {
        return false;
    }

    @Override
    public List<byte[]> terms(FieldUse use, @Nullable Object value) {
        return value == null ? List.of() : session.terms(use.dataset(), use.field(), value);
    }

    @Override
    public boolean oneIndex(List<FieldUse> uses) {
        return oneIndex(session, uses);
    }

    static boolean oneIndex(ReadSession session, List<FieldUse> uses) {
        Set<Object> keys = new HashSet<>();
        uses.forEach(use -> keys.addAll(session.indexKeys(use.dataset(), use.field())));
        return keys.size() == 1;
    }

    @Override
    public @Nullable String text(TextValue value) throws SQLException {
        return texts().text(value);
    }

    @Override
    public TextCondition textCondition(Piece.TextMatch match) throws SQLException {
        return texts().of(match);
    }

    private TextConditions texts() {
        return new TextConditions(bindings, database, new OpenedSearch(session, opened, this));
    }

    @Override
    public OpenedLists opened(Piece.Opened condition) throws SQLException {
        return OpenedLists.of(condition, opened, this, database.dialect());
    }

    @Override
    public OccurrenceFilter filter(int occurrence) {
        return occurrences.stream()
                .filter(each -> each.number() == occurrence)
                .findFirst()
                .map(each -> new OccurrenceFilter(
                        each, session.filter(each.dataset()), database.persons(session.withheld(each.dataset()))))
                .orElseThrow();
    }

    @Override
    public Optional<List<Object>> key() {
        return Optional.empty();
    }
}
