package dev.protection.jdbc.proxy;

import dev.protection.core.flow.ReadSession;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.sql.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a query's template needs. */
final class ReadSupplies implements Supplies {
    private final Bindings bindings;
    private final ReadSession session;
    private final List<Occurrence> occurrences;

    ReadSupplies(Bindings bindings, ReadSession session, List<Occurrence> occurrences) {
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
    public byte @Nullable [] storedTerm(int row, FieldUse use) {
        throw new IllegalStateException("a query stores nothing");
    }

    @Override
    public boolean leftOut(FieldUse use) {
        return false;
    }

    @Override
    public List<byte[]> searchTerms(FieldUse use, Value value) throws SQLException {
        Object searched = Values.of(value, use.field(), bindings);
        return searched == null ? List.of() : session.terms(use.dataset(), use.field(), searched);
    }

    @Override
    public OccurrenceFilter filter(int occurrence) {
        return occurrences.stream()
                .filter(each -> each.number() == occurrence)
                .findFirst()
                .map(each -> new OccurrenceFilter(each, session.filter(each.dataset())))
                .orElseThrow();
    }

    @Override
    public Optional<List<Object>> key() {
        return Optional.empty();
    }
}
