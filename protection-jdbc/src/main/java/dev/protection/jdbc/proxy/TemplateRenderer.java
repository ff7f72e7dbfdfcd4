package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.Template;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders a template for one run: the physical text, and the values of its parameters. */
final class TemplateRenderer {
    private final Supplies supplies;
    private final PhysicalText text = new PhysicalText();

    private TemplateRenderer(Supplies supplies) {
        this.supplies = supplies;
    }

    /**
     * A statement for the driver.
     *
     * @param sql its text; the same for runs that differ in values only
     * @param setters how its parameters are set, in order
     */
    record Rendered(String sql, List<PhysicalText.Setter> setters) {
        void bind(PreparedStatement statement) throws SQLException {
            bind(statement, 0);
        }

        /** Binds behind some parameters that are bound already; returns how many are bound now. */
        int bind(PreparedStatement statement, int bound) throws SQLException {
            int last = bound;
            for (PhysicalText.Setter setter : setters) {
                setter.set(statement, ++last);
            }
            return last;
        }

        @Override
        public String toString() {
            return sql;
        }
    }

    static Rendered render(Template template, Supplies supplies) throws SQLException {
        TemplateRenderer renderer = new TemplateRenderer(supplies);
        for (Piece piece : template.pieces()) {
            renderer.piece(piece);
        }
        return renderer.text.rendered();
    }

    private void piece(Piece piece) throws SQLException {
        if (piece instanceof Piece.Text fixed) {
            text.add(fixed.sql());
        } else if (piece instanceof Piece.Parameter parameter) {
            Bindings bindings = supplies.bindings();
            text.parameter((statement, index) -> bindings.replay(parameter.logical(), statement, index));
        } else if (piece instanceof Piece.Cell cell) {
            stored(supplies.leftOut(cell.use()), cell.column(), supplies.cell(cell.row(), cell.use()));
        } else if (piece instanceof Piece.StoredTerm term) {
            stored(
                    supplies.leftOut(term.use()),
                    term.column(),
                    supplies.storedTerm(term.row(), term.use(), term.kind()));
        } else if (piece instanceof Piece.Clear clear) {
            clear(clear);
        } else if (piece instanceof Piece.SearchTerms searched) {
            terms(supplies.searchTerms(searched.use(), searched.value()));
        } else if (piece instanceof Piece.SameTerms same) {
            same(same);
        } else if (piece instanceof Piece.ArrayTerms array) {
            array(array);
        } else if (piece instanceof Piece.OneIndex one) {
            if (!supplies.oneIndex(one.uses())) {
                throw one.refused();
            }
        } else if (piece instanceof Piece.TextMatch match) {
            new TextConditionRenderer(text, match).render(supplies.textCondition(match));
        } else if (piece instanceof Piece.Opened opened) {
            supplies.opened(opened).render(text, opened.cells().column());
        } else if (piece instanceof Piece.RowFilterPredicate predicate) {
            supplies.filter(predicate.occurrence()).render(text);
        } else if (piece instanceof Piece.Barrier barrier) {
            barrier(barrier);
        } else if (piece instanceof Piece.KeyPredicate key) {
            key(key);
        }
    }

    private void stored(boolean leftOut, String column, byte @Nullable [] value) {
        if (leftOut) {
            text.add(column);
        } else {
            text.parameter((statement, index) -> statement.setBytes(index, value));
        }
    }

    private void clear(Piece.Clear clear) throws SQLException {
        if (supplies.leftOut(clear.use())) {
            text.add(clear.column());
            return;
        }
        for (Piece piece : clear.original()) {
            piece(piece);
        }
    }

    private void terms(List<byte[]> terms) {
        if (terms.isEmpty()) {
            text.add("NULL");
        }
        String separator = "";
        for (byte[] term : terms) {
            text.add(separator).parameter((statement, index) -> statement.setBytes(index, term));
            separator = ", ";
        }
    }

    private void same(Piece.SameTerms same) throws SQLException {
        List<byte[]> terms = supplies.searchTerms(same.use(), same.value());
        if (terms.isEmpty()) {
            text.add(same.column()).add(" IS NULL");
        } else {
            text.add(same.column()).add(" IS NOT NULL AND ").add(same.column()).add(" IN (");
            terms(terms);
            text.add(")");
        }
    }

    /** A missing array makes the comparison unknown, an empty one decides it, even for NULL. */
    private void array(Piece.ArrayTerms array) throws SQLException {
        Optional<List<@Nullable Object>> elements =
                supplies.bindings().elements(array.logical(), array.use().field());
        if (elements.isEmpty()) {
            text.add(array.column()).add(" IN (NULL)");
        } else if (elements.get().isEmpty()) {
            text.add(array.negated() ? "1 = 1" : "1 = 0");
        } else {
            text.add(array.column()).add(array.negated() ? " NOT IN (" : " IN (");
            String separator = "";
            for (Object element : elements.get()) {
                text.add(separator);
                terms(supplies.terms(array.use(), element));
                separator = ", ";
            }
            text.add(")");
        }
    }

    private void barrier(Piece.Barrier barrier) throws SQLException {
        List<OccurrenceFilter> filters = barrier.guards().stream()
                .map(guard -> supplies.filter(guard.occurrence()))
                .toList();
        boolean needed = filters.stream().anyMatch(OccurrenceFilter::leavesOut)
                && (barrier.texts().isEmpty() || !supplies.bindings().texts(barrier.texts()));
        if (!needed) {
            return;
        }
        if (!barrier.opens()) {
            text.add(") ELSE FALSE END ");
            return;
        }
        String separator = "CASE WHEN ";
        for (int i = 0; i < filters.size(); i++) {
            text.add(separator);
            guard(filters.get(i), barrier.guards().get(i).absent());
            separator = " AND ";
        }
        text.add(" THEN (");
    }

    private void guard(OccurrenceFilter filter, Optional<String> absent) {
        text.add(absent.isPresent() ? "(" : "");
        filter.render(text);
        text.add(absent.map(column -> " OR " + column + " IS NULL)").orElse(""));
    }

    private void key(Piece.KeyPredicate predicate) {
        Optional<List<Object>> key = supplies.key();
        if (key.isEmpty()) {
            text.add("1 = 1");
            return;
        }
        for (int i = 0; i < predicate.columns().size(); i++) {
            Object part = key.get().get(i);
            text.add(i == 0 ? "" : " AND ").add(predicate.columns().get(i)).add(" = ");
            text.parameter((statement, index) -> statement.setObject(index, part));
        }
    }
}
