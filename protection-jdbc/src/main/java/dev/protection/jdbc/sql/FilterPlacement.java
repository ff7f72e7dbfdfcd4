package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the row filter of each protected table where it means the same as filtering the table first.
 *
 * <p>A filter commutes with inner joins and with the kept side of an outer join, so it moves outwards, at the end into
 * WHERE. On the side that may be filled with NULLs it becomes part of the ON condition. In a FULL join each table is filtered in
 * a subquery of its own.
 */
final class FilterPlacement {
    private final Edits edits;
    private final Map<FromItem, TableSource> sources;
    private final Barrier barrier;
    private final Dialect dialect;

    FilterPlacement(Edits edits, Map<FromItem, TableSource> sources, Barrier barrier, Dialect dialect) {
        this.dialect = dialect;
        this.edits = edits;
        this.sources = sources;
        this.barrier = barrier;
    }

    /** Adds the filters of a SELECT. */
    void place(List<FromItem> from, Optional<Expression> where) {
        List<TableSource> open = new ArrayList<>();
        from.forEach(item -> open.addAll(place(item)));
        List<Barrier.Guard> all = new ArrayList<>();
        from.forEach(item -> all.addAll(guard(item)));
        where.ifPresent(condition -> barrier.around(condition, all));
        if (open.isEmpty()) {
            return;
        }
        if (where.isPresent()) {
            restrict(where.get().span(), open);
        } else {
            int end = from.get(from.size() - 1).span().end();
            List<Piece> pieces =
                    new Pieces().text(" WHERE ").addAll(filters(open)).list();
            edits.insert(end, pieces);
        }
    }

    /** Narrows a condition: {@code filter AND (condition)}. */
    void restrict(Span condition, List<TableSource> filtered) {
        edits.wrap(
                condition, new Pieces().addAll(filters(filtered)).text(" AND ").list());
    }

    static List<Piece> filters(List<TableSource> filtered) {
        Pieces pieces = new Pieces();
        String and = "";
        for (TableSource source : filtered) {
            pieces.text(and).add(new Piece.RowFilterPredicate(source.number()));
            and = " AND ";
        }
        return pieces.list();
    }

    /** Guards the conditions of joins; returns the rows of a source, as its joins leave them. */
    private List<Barrier.Guard> guard(FromItem item) {
        if (item instanceof FromItem.Group group) {
            return guard(group.inner());
        }
        if (!(item instanceof FromItem.Join join)) {
            TableSource source = item instanceof TableReference ? sources.get(item) : null;
            return source == null ? List.of() : List.of(new Barrier.Guard(source, false));
        }
        List<Barrier.Guard> left = guard(join.left());
        List<Barrier.Guard> right = guard(join.right());
        List<Barrier.Guard> both = new ArrayList<>(left);
        both.addAll(right);
        join.on().ifPresent(on -> barrier.around(on, both));
        FromItem.Join.Kind kind = join.kind();
        List<Barrier.Guard> after = new ArrayList<>();
        after.addAll(kind == FromItem.Join.Kind.RIGHT || kind == FromItem.Join.Kind.FULL ? absent(left) : left);
        after.addAll(kind == FromItem.Join.Kind.LEFT || kind == FromItem.Join.Kind.FULL ? absent(right) : right);
        return after;
    }

    private static List<Barrier.Guard> absent(List<Barrier.Guard> guards) {
        return guards.stream()
                .map(guard -> new Barrier.Guard(guard.source(), true))
                .toList();
    }

    private List<TableSource> place(FromItem item) {
        if (item instanceof FromItem.Group group) {
            return place(group.inner());
        }
        if (!(item instanceof FromItem.Join join)) {
            boolean found = item instanceof TableReference && sources.containsKey(item);
            return found ? List.of(sources.get(item)) : List.of();
        }
        List<TableSource> left = place(join.left());
        List<TableSource> right = place(join.right());
        return switch (join.kind()) {
            case INNER -> both(left, right);
            case LEFT -> nullable(right, join, left);
            case RIGHT -> nullable(left, join, right);
            case FULL -> within(join, both(left, right));
        };
    }

    private static List<TableSource> both(List<TableSource> left, List<TableSource> right) {
        List<TableSource> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    private List<TableSource> nullable(List<TableSource> inside, FromItem.Join join, List<TableSource> kept) {
        if (!inside.isEmpty()) {
            Expression on = join.on()
                    .orElseThrow(() -> SqlRefusal.OUTER_JOIN.at(join.span().start()));
            restrict(on.span(), inside);
        }
        return kept;
    }

    /** A FULL join keeps the rows of both sides, so each table is filtered before it is joined. */
    private List<TableSource> within(FromItem.Join join, List<TableSource> inside) {
        for (TableSource source : inside) {
            TableReference table = sources.entrySet().stream()
                    .filter(each -> each.getValue().equals(source))
                    .map(each -> (TableReference) each.getKey())
                    .findFirst()
                    .orElseThrow();
            boolean named = dialect == Dialect.POSTGRESQL
                    && (table.alias().isPresent() || table.name().size() == 1);
            if (!named) {
                throw SqlRefusal.OUTER_JOIN.at(join.span().start());
            }
            edits.insert(table.span().start(), "(SELECT * FROM ");
            edits.insert(
                    table.span().end(),
                    new Pieces()
                            .text(" WHERE ")
                            .addAll(filters(List.of(source)))
                            .text(") " + source.qualifier())
                            .list());
        }
        return List.of();
    }
}
