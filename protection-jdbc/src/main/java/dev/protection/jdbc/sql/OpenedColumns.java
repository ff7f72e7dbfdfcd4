package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Plans how the cells are found that must be opened to answer a condition: all that the row filter leaves in the table.
 *
 * <p>The condition itself becomes one on the cells, of which no two are equal: it holds for those that were opened and
 * found to meet it. One that was not opened, because it was written meanwhile, makes the statement fail, and it is run
 * again. So must rows outside of the filter never come to the condition: it counts as one that may be noticed, and gets the
 * barrier.
 */
final class OpenedColumns {
    private final Rewriting rewriting;

    OpenedColumns(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    OpenedColumn of(IndexedColumn column, Span condition) {
        TableSource source = table(column.origin().source().orElseThrow(), column.span());
        rewriting.use(column.use());
        rewriting.opened(condition);
        String cell = source.reference(column.origin().column());
        Source.Owner owner = source.owner();
        List<String> shown = new ArrayList<>(List.of(cell));
        owner.tenant().ifPresent(shown::add);
        shown.add(owner.subject());
        Template rows = new Pieces()
                .text("SELECT " + String.join(", ", shown) + " FROM " + source.from() + " WHERE ")
                .addAll(FilterPlacement.filters(List.of(source)))
                .text(" AND " + cell + " IS NOT NULL")
                .template();
        return new OpenedColumn(column.use(), column.column().span().of(rewriting.sql()), rows);
    }

    /** The row inside the subqueries that it comes out of. */
    private static TableSource table(Source source, Span place) {
        if (source instanceof QuerySource query) {
            return table(query.inner(), place);
        }
        if (source instanceof TableSource table) {
            return table;
        }
        throw SqlRefusal.SUBQUERY.at(place.start());
    }
}
