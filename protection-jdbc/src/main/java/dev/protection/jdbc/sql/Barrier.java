package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the row filter a barrier: nothing of the application's that could be noticed runs on a row outside it.
 *
 * <p>A conjunct is none, because databases evaluate conjuncts in the order that seems cheapest. CASE is: it evaluates its
 * result only where its condition holds. So each loud conjunct becomes {@code CASE WHEN filter THEN (conjunct) ELSE FALSE
 * END}, which is the same where the filter holds. Quiet ones stay as they are, and keep their indexes. Where loud
 * expressions meet a subquery in FROM or a common table, the subquery gets an OFFSET, over which no database moves
 * conditions. A condition on groups that names no aggregate could be moved to the rows; one that counts cannot.
 */
final class Barrier {
    private static final String ELSE = ") ELSE FALSE END ";

    private final Rewriting rewriting;
    private final Quietness quietness;
    private final Conjuncts conjuncts;

    Barrier(Rewriting rewriting, Scope scope) {
        this.rewriting = rewriting;
        this.quietness = new Quietness(rewriting, scope);
        this.conjuncts = new Conjuncts(rewriting);
    }

    /** Guards what is loud in a condition that is evaluated while these rows are chosen. */
    void around(Expression condition, List<Guard> guards) {
        if (guards.isEmpty()) {
            return;
        }
        for (Expression part : conjuncts.of(condition)) {
            Verdict verdict = quietness.of(part);
            if (!verdict.quiet()) {
                Set<Integer> texts = verdict.texts();
                List<Piece.Guard> filters = guards.stream().map(Guard::piece).toList();
                rewriting
                        .edits()
                        .enclose(
                                part.span(),
                                List.of(new Piece.Barrier(true, filters, texts)),
                                List.of(new Piece.Barrier(false, filters, texts)));
            }
        }
    }

    /** Keeps conditions on groups from being evaluated on rows. */
    void groups(List<Expression> having) {
        if (rewriting.dialect() == Dialect.H2) {
            return;
        }
        for (Expression condition : having) {
            for (Expression part : conjuncts.of(condition)) {
                if (!quietness.of(part).quiet() && !Aggregates.in(part)) {
                    rewriting
                            .edits()
                            .enclose(
                                    part.span(),
                                    List.of(new Piece.Text("CASE WHEN COUNT(*) >= 0 THEN (")),
                                    List.of(new Piece.Text(ELSE)));
                }
            }
        }
    }

    /** What a SELECT does that may be noticed, for those around it; its subqueries are planned by now. */
    SelectVerdict verdict(Select select, List<Expression> order) {
        Verdict list = Verdict.QUIET;
        for (SelectItem item : select.items()) {
            list = list.and(item instanceof SelectItem.Value value ? quietness.of(value.expression()) : Verdict.QUIET);
        }
        Verdict rest = quietness
                .all(order)
                .and(quietness.all(select.group()))
                .and(quietness.all(select.windows()))
                .and(quietness.all(select.distinctOn()));
        for (FromItem item : select.from()) {
            rest = rest.and(rows(item));
        }
        return new SelectVerdict(conditions(select), list, rest);
    }

    private Verdict conditions(Select select) {
        Verdict verdict =
                select.where().map(quietness::of).orElse(Verdict.QUIET).and(quietness.all(select.having()));
        for (FromItem item : select.from()) {
            verdict = verdict.and(joins(item));
        }
        return verdict;
    }

    private Verdict joins(FromItem item) {
        if (item instanceof FromItem.Group group) {
            return joins(group.inner());
        }
        return item instanceof FromItem.Join join
                ? join.on()
                        .map(quietness::of)
                        .orElse(Verdict.QUIET)
                        .and(joins(join.left()))
                        .and(joins(join.right()))
                : Verdict.QUIET;
    }

    private Verdict rows(FromItem item) {
        if (item instanceof FromItem.Group group) {
            return rows(group.inner());
        }
        if (item instanceof FromItem.Join join) {
            return rows(join.left()).and(rows(join.right()));
        }
        if (item instanceof FromItem.Derived derived) {
            return quietness.of(derived.query());
        }
        return item instanceof FromItem.Function ? Verdict.LOUD : Verdict.QUIET;
    }

    /** Fences the subqueries in FROM that loud expressions could reach into, or out of. */
    void fence(Select select) {
        boolean loud = !conditions(select).quiet();
        select.from().forEach(item -> fence(item, loud));
    }

    private void fence(FromItem item, boolean loud) {
        if (item instanceof FromItem.Group group) {
            fence(group.inner(), loud);
        } else if (item instanceof FromItem.Join join) {
            fence(join.left(), loud);
            fence(join.right(), loud);
        } else if (item instanceof FromItem.Derived derived) {
            SelectVerdict inside = quietness.parts(derived.query());
            Verdict reached = derived.lateral() ? inside.whole() : inside.list();
            if (loud || !reached.quiet()) {
                close(derived.query());
            }
        }
    }

    /** The same for common tables; one that names itself is computed for itself in any case. */
    void fence(Query query) {
        if (query.with().isEmpty()) {
            return;
        }
        boolean loud = !quietness.parts(query).conditions().quiet();
        for (Query.CommonTable table : query.with()) {
            boolean itself = table.recursive()
                    && Folding.loosely(table.statement().span().of(rewriting.sql()))
                            .contains(Folding.loosely(table.name().text()));
            if (!itself
                    && table.statement() instanceof Statement.Read read
                    && (loud || !quietness.parts(read.query()).list().quiet())) {
                close(read.query());
            }
        }
    }

    private void close(Query query) {
        if (query.limits().isEmpty() && !query.locking()) {
            String end = rewriting.dialect() == Dialect.MARIADB ? " LIMIT 18446744073709551615" : " OFFSET 0 ROWS";
            rewriting.edits().insertLast(query.span().end(), end);
        }
    }

    /**
     * A protected row whose filter must hold.
     *
     * @param source the row
     * @param nullable whether an outer join may leave it out: its key is then NULL
     */
    record Guard(TableSource source, boolean nullable) {
        Piece.Guard piece() {
            Optional<String> absent = nullable
                    ? Optional.of(source.table().key().stream()
                            .findFirst()
                            .or(this::personOfOneTenant)
                            .map(source::reference)
                            .orElseThrow(() -> SqlRefusal.KEY_UNKNOWN.at(0)))
                    : Optional.empty();
            return new Piece.Guard(source.number(), absent);
        }

        /** Rows of a fixed tenant are left out for their person alone, and none whose person is NULL. */
        private Optional<String> personOfOneTenant() {
            return source.table().tenant().isPresent()
                    ? Optional.empty()
                    : Optional.of(source.table().subject().name());
        }
    }
}
