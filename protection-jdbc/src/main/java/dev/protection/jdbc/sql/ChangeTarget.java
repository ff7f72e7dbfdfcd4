package dev.protection.jdbc.sql;

import dev.protection.SubjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The protected table that an UPDATE or DELETE changes, and which of its rows. */
final class ChangeTarget {
    private final Rewriting rewriting;
    private final TableReference reference;
    private final TableSource source;
    private final Scope scope;
    private final CommonTables common;

    ChangeTarget(Rewriting rewriting, TableReference reference) {
        this.rewriting = rewriting;
        this.reference = reference;
        if (reference.only() || !reference.columns().isEmpty()) {
            throw SqlRefusal.SYNTAX.at(reference.span().start());
        }
        ProtectedTable table =
                rewriting.declarations().resolve(reference.name()).orElseThrow();
        if (table.key().isEmpty()) {
            throw SqlRefusal.KEY_UNKNOWN.at(reference.span().start());
        }
        String qualifier =
                reference.alias().map(Name::span).orElse(reference.nameSpan()).of(rewriting.sql());
        this.source = rewriting.mention(table, qualifier, reference);
        this.scope = new Scope(rewriting.dialect(), Optional.empty());
        this.scope.add(FromPlanner.relation(reference, source, qualifier));
        this.common = new CommonTables(rewriting.dialect(), Optional.empty());
    }

    ProtectedTable table() {
        return source.table();
    }

    TableSource source() {
        return source;
    }

    UseChecker checker() {
        return new UseChecker(rewriting, scope, common, List.of());
    }

    /** Whether an expression is a column of this very row. */
    boolean shows(Expression expression, String column) {
        if (!(expression instanceof Expression.Column named) || !named.last().is(column, rewriting.dialect())) {
            return false;
        }
        List<Name> parts = named.parts();
        return parts.size() == 1
                || scope.relation(parts.subList(0, parts.size() - 1)).isPresent();
    }

    /** Narrows the statement to the filtered rows; returns the query that lists them. */
    RowSelection select(Statement.Selection selection, int end) {
        boolean more = !selection.order().isEmpty() || !selection.limits().isEmpty();
        if (more) {
            throw SqlRefusal.CHANGE_JOIN.at(reference.span().start());
        }
        if (!selection.returning().isEmpty()) {
            throw SqlRefusal.RETURNING.at(selection.returning().get(0).span().start());
        }
        Optional<Expression> where = selection.where();
        where.ifPresent(condition -> {
            checker().choosing().check(condition, SqlRefusal.EXPRESSION);
            new Barrier(rewriting, scope).around(condition, List.of(new Barrier.Guard(source, false)));
        });
        RowSelection rows = selection(where);
        narrow(where, end);
        return rows;
    }

    private RowSelection selection(Optional<Expression> where) {
        List<String> key = table().key();
        List<String> shown = new ArrayList<>();
        key.forEach(column -> shown.add(source.reference(column)));
        Source.Owner owner = source.owner();
        owner.tenant().ifPresent(shown::add);
        OptionalInt tenant = owner.tenant().isPresent() ? OptionalInt.of(shown.size()) : OptionalInt.empty();
        shown.add(owner.subject());
        Pieces pieces = new Pieces()
                .text("SELECT " + String.join(", ", shown) + " FROM ")
                .text(reference.span().of(rewriting.sql()))
                .text(" WHERE ")
                .addAll(FilterPlacement.filters(List.of(source)));
        where.ifPresent(condition -> pieces.text(" AND (")
                .addAll(rewriting.splicer().part(condition.span()))
                .text(")"));
        return new RowSelection(pieces.template(), key, tenant, shown.size(), where.flatMap(this::person));
    }

    /** A conjunct that compares the person's column with a parameter. */
    private Optional<Value.Param> person(Expression where) {
        if (table().dataset().subject() instanceof SubjectPath.Via) {
            return Optional.empty();
        }
        return new Conjuncts(rewriting)
                .of(where).stream().flatMap(part -> named(part).stream()).findFirst();
    }

    private Optional<Value.Param> named(Expression part) {
        if (!(part instanceof Expression.Comparison equal) || !equal.operator().equals("=")) {
            return Optional.empty();
        }
        String column = table().subject().name();
        if (shows(equal.left(), column) && equal.right() instanceof Expression.Parameter given) {
            return Optional.of(new Value.Param(given.logical()));
        }
        return shows(equal.right(), column) && equal.left() instanceof Expression.Parameter given
                ? Optional.of(new Value.Param(given.logical()))
                : Optional.empty();
    }

    private void narrow(Optional<Expression> where, int end) {
        List<String> key = table().key().stream().map(source::reference).toList();
        Pieces predicate = new Pieces()
                .add(new Piece.KeyPredicate(key))
                .text(" AND ")
                .addAll(FilterPlacement.filters(List.of(source)));
        if (where.isPresent()) {
            rewriting.edits().wrap(where.get().span(), predicate.text(" AND ").list());
        } else {
            rewriting
                    .edits()
                    .insert(
                            end,
                            new Pieces()
                                    .text(" WHERE ")
                                    .addAll(predicate.list())
                                    .list());
        }
    }
}
