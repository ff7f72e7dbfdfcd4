package dev.protection.core.access;

import dev.protection.Action;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules summed up, a {@link Cell} for each action and purpose that has some. Immutable. */
final class Sums {
    private static final @Nullable Cell[] NOTHING = {};

    private final Map<Action, @Nullable Cell[]> cells = new EnumMap<>(Action.class);

    private Sums() {}

    static Sums ofGrants(List<CompiledGrant> grants, int purposes, int categories) {
        return of(grants, CompiledGrant::actions, CompiledGrant::purposes, Cell.Builder::add, purposes, categories);
    }

    static Sums ofForbids(List<CompiledForbid> forbids, int purposes, int categories) {
        return of(forbids, CompiledForbid::actions, CompiledForbid::purposes, Cell.Builder::add, purposes, categories);
    }

    private static <R> Sums of(
            List<R> rules,
            Function<R, Set<Action>> actions,
            Function<R, BitSet> purposes,
            BiConsumer<Cell.Builder, R> add,
            int allPurposes,
            int categories) {
        Sums sums = new Sums();
        for (Action action : Action.values()) {
            Cell.@Nullable Builder[] cells = new Cell.Builder[allPurposes];
            rules.stream()
                    .filter(rule -> actions.apply(rule).contains(action))
                    .forEach(rule -> purposes.apply(rule).stream()
                            .forEach(purpose -> add.accept(at(cells, purpose, categories), rule)));
            sums.cells.put(action, built(cells));
        }
        return sums;
    }

    private static Cell.Builder at(Cell.@Nullable Builder[] cells, int purpose, int categories) {
        Cell.Builder cell = cells[purpose];
        if (cell == null) {
            cell = new Cell.Builder(categories);
            cells[purpose] = cell;
        }
        return cell;
    }

    private static @Nullable Cell[] built(Cell.@Nullable Builder[] builders) {
        @Nullable Cell[] cells = new Cell[builders.length];
        boolean some = false;
        for (int i = 0; i < builders.length; i++) {
            Cell.Builder builder = builders[i];
            cells[i] = builder == null ? null : builder.build();
            some |= builder != null;
        }
        return some ? cells : NOTHING;
    }

    /** The widest scope of the rules on a bit, or {@link Cell#NONE}. */
    int widest(Action action, int purpose, int dataset, int bit) {
        @Nullable Cell[] byPurpose = cells.get(action);
        Cell cell = byPurpose == null || byPurpose.length == 0 ? null : byPurpose[purpose];
        return cell == null ? Cell.NONE : cell.widest(dataset, bit);
    }
}
