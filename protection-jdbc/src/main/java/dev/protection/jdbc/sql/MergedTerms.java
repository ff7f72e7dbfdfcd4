package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** Joins USING an indexed encrypted column by the helper columns, where both sides have them under one name. */
final class MergedTerms {
    private final Rewriting rewriting;

    MergedTerms(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    void merge(FromItem.Join join, Name column, List<Relation> left, List<Relation> right) {
        Optional<Origin> first = sealed(left, column);
        Optional<Origin> second = sealed(right, column);
        boolean same = join.kind() != FromItem.Join.Kind.FULL
                && first.isPresent()
                && second.isPresent()
                && IndexedColumn.comparable(use(first.get()), use(second.get()))
                && term(first.get()).equals(term(second.get()));
        if (!same) {
            throw SqlRefusal.JOIN_COLUMNS.at(join.span().start());
        }
        List<FieldUse> uses = List.of(use(first.get()), use(second.get()));
        uses.forEach(rewriting::use);
        Pieces terms = new Pieces().add(new Piece.OneIndex(uses, column.span().start()));
        rewriting.edits().replace(column.span(), terms.text(term(first.get())).list());
    }

    private Optional<Origin> sealed(List<Relation> side, Name column) {
        List<Origin> found = side.stream()
                .flatMap(relation -> relation.find(column, rewriting.dialect()).stream())
                .toList();
        return found.size() == 1
                ? Optional.of(found.get(0))
                        .filter(Origin::encrypted)
                        .filter(origin -> origin.source().orElseThrow() instanceof TableSource)
                : Optional.empty();
    }

    private static FieldUse use(Origin origin) {
        return origin.use().orElseThrow();
    }

    private static String term(Origin origin) {
        return origin.source().orElseThrow().termName(origin.field().orElseThrow());
    }
}
