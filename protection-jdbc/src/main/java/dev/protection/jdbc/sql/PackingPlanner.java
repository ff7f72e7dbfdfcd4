package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packs encrypted columns that leave set operations and scalar subqueries. */
final class PackingPlanner {
    private final Rewriting rewriting;

    PackingPlanner(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    /** The columns of a scalar subquery. */
    QueryResult shown(QueryResult result) {
        List<Output> columns = new ArrayList<>();
        for (Output output : result.columns()) {
            columns.add(output.origin().encrypted() ? packed(List.of(output), SqlRefusal.SUBQUERY) : output);
        }
        return new QueryResult(columns, result.complete(), Optional.empty());
    }

    /**
     * The columns of a set operation: column by column each query gives an encrypted field of one type, or none does.
     *
     * @param branches the queries, with the words as written
     * @param exact whether rows are compared too: then each must be known by its key
     */
    QueryResult combined(List<QueryResult> branches, boolean exact, Span place) {
        QueryResult first = branches.get(0);
        boolean sealed =
                branches.stream().anyMatch(each -> each.columns().stream().anyMatch(Output::sealed));
        if (!sealed) {
            boolean complete = branches.stream().allMatch(QueryResult::complete);
            return new QueryResult(first.columns(), first.complete() && complete, Optional.empty());
        }
        boolean even = branches.stream()
                .allMatch(each -> each.complete()
                        && each.columns().size() == first.columns().size());
        if (!even || (exact && !sameRows(branches))) {
            throw SqlRefusal.SET_OPERATION.at(place.start());
        }
        List<Output> columns = new ArrayList<>();
        for (int i = 0; i < first.columns().size(); i++) {
            int column = i;
            List<Output> outputs =
                    branches.stream().map(each -> each.columns().get(column)).toList();
            boolean encrypted = outputs.stream().anyMatch(Output::sealed);
            columns.add(
                    encrypted
                            ? packed(outputs, SqlRefusal.SET_OPERATION)
                            : first.columns().get(i));
        }
        return new QueryResult(columns, true, Optional.empty());
    }

    /** Equal rows are one and the same: the same columns of one table in each query, its key among them. */
    private static boolean sameRows(List<QueryResult> branches) {
        List<String> wanted = columns(branches.get(0));
        boolean same = branches.stream().allMatch(branch -> columns(branch).equals(wanted));
        Set<String> keys = new HashSet<>();
        for (Output output : branches.get(0).columns()) {
            output.origin()
                    .source()
                    .ifPresent(source -> source.table()
                            .key()
                            .forEach(column -> keys.add(source.table().dataset().name() + "." + column)));
        }
        boolean single = branches.stream().allMatch(branch -> sources(branch) == 1);
        return same && single && !keys.isEmpty() && wanted.containsAll(keys);
    }

    private static long sources(QueryResult result) {
        return result.columns().stream()
                .flatMap(output -> output.origin().source().stream())
                .distinct()
                .count();
    }

    private static List<String> columns(QueryResult result) {
        return result.columns().stream()
                .map(output -> output.origin()
                        .source()
                        .map(source -> source.table().dataset().name() + "."
                                + output.origin().column())
                        .orElse(""))
                .toList();
    }

    private Output packed(List<Output> outputs, SqlRefusal refusal) {
        Output first = outputs.stream().filter(Output::sealed).findFirst().orElseThrow();
        int at = first.item().map(item -> item.span().start()).orElse(0);
        List<FieldUse> uses = new ArrayList<>();
        for (Output output : outputs) {
            boolean usable = output.origin().encrypted() && output.column().isPresent();
            if (!usable && !isNull(output)) {
                throw refusal.at(at);
            }
            output.origin().use().filter(use -> usable && !uses.contains(use)).ifPresent(uses::add);
        }
        if (uses.stream().map(use -> use.field().type()).distinct().count() > 1) {
            throw refusal.at(at);
        }
        outputs.stream().filter(Output::sealed).forEach(output -> pack(output, uses, refusal));
        PackedSource source = new PackedSource(
                rewriting.nextNumber(), first.origin().source().orElseThrow().table(), List.copyOf(uses));
        return new Output(outputs.get(0).name(), first.origin().through(source));
    }

    private boolean isNull(Output output) {
        return output.item().isPresent()
                && output.item().get().expression() instanceof Expression.Literal literal
                && Folding.ascii(literal.span().of(rewriting.sql())).equals("null");
    }

    private void pack(Output output, List<FieldUse> uses, SqlRefusal refusal) {
        Expression.Column column = output.column().orElseThrow();
        Source source = output.origin().source().orElseThrow();
        if (source.packed() || source instanceof PackedSource) {
            throw refusal.at(column.span().start());
        }
        int use = uses.indexOf(output.origin().use().orElseThrow());
        String text = PackedSource.packed(use, column.span().of(rewriting.sql()), source.owner(), rewriting.dialect());
        String label = output.item().orElseThrow().label().isPresent()
                ? ""
                : " AS " + column.last().span().of(rewriting.sql());
        rewriting.edits().replace(column.span(), List.of(new Piece.Text(text + label)));
    }
}
