package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns that NATURAL or USING makes one of two (SQL:2016, 7.10): in {@code *} they come first, then the others of the
 * left side, then those of the right.
 *
 * @param left the left side, whose values they have
 * @param columns what they are on the left side, in the order of the result
 */
record MergedColumns(Relation left, List<Output> columns) {
    /**
     * Of a join.
     *
     * @return empty when they are not known
     */
    static Optional<MergedColumns> of(FromItem.Join join, List<Relation> left, List<Relation> right, Dialect dialect) {
        boolean pair = left.size() == 1 && right.size() == 1;
        boolean kept = join.kind() == FromItem.Join.Kind.INNER || join.kind() == FromItem.Join.Kind.LEFT;
        if (!pair || !kept || !left.get(0).complete() || !right.get(0).complete()) {
            return Optional.empty();
        }
        boolean listed = !join.natural() && dialect != Dialect.MARIADB;
        List<Output> merged = new ArrayList<>();
        for (Output output : left.get(0).columns()) {
            boolean taken = join.natural() ? common(output, right) : named(output, join.using(), dialect);
            if (taken && !listed) {
                merged.add(output);
            }
        }
        for (Name name : listed ? join.using() : List.<Name>of()) {
            left.get(0).columns().stream()
                    .filter(output -> named(output, List.of(name), dialect))
                    .forEach(merged::add);
        }
        return Optional.of(new MergedColumns(left.get(0), merged));
    }

    /** Whether NATURAL would compare what is encrypted, or helps to find it. */
    static boolean comparesSealed(List<Relation> left, List<Relation> right) {
        List<Relation> all = new ArrayList<>(left);
        all.addAll(right);
        boolean known = all.stream().allMatch(Relation::complete);
        return !known || sealed(left, right) || sealed(right, left);
    }

    private static boolean sealed(List<Relation> from, List<Relation> other) {
        return from.stream()
                .flatMap(relation -> relation.columns().stream())
                .filter(output -> output.origin().sealed() || output.origin().helper())
                .anyMatch(output -> common(output, other));
    }

    /** Names are compared loosely, to miss none. */
    private static boolean common(Output output, List<Relation> other) {
        return output.name().isPresent()
                && other.stream()
                        .flatMap(relation -> relation.columns().stream())
                        .flatMap(each -> each.name().stream())
                        .anyMatch(name -> Folding.loosely(name)
                                .equals(Folding.loosely(output.name().get())));
    }

    private static boolean named(Output output, List<Name> names, Dialect dialect) {
        return output.name().isPresent()
                && names.stream().anyMatch(name -> name.is(output.name().get(), dialect));
    }

    /** Whether a column of one of the two sides is one of them. */
    boolean holds(Output column) {
        return column.name().isPresent()
                && columns.stream()
                        .flatMap(each -> each.name().stream())
                        .anyMatch(name -> Folding.loosely(name)
                                .equals(Folding.loosely(column.name().get())));
    }
}
