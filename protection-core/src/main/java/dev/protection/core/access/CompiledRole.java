package dev.protection.core.access;

import dev.protection.Action;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A role: its grants one by one, which explain, and summed up, which decides. Immutable. */
final class CompiledRole {
    private static final @Nullable Cell[] NOTHING = {};

    // cells: by action and purpose; an action without grants has no purposes.
    private final List<CompiledGrant> grants;
    private final Map<Action, @Nullable Cell[]> cells = new EnumMap<>(Action.class);

    CompiledRole(List<CompiledGrant> grants, int purposes, int categories) {
        this.grants = List.copyOf(grants);
        for (Action action : Action.values()) {
            cells.put(action, cells(action, purposes, categories));
        }
    }

    private @Nullable Cell[] cells(Action action, int purposes, int categories) {
        Cell.@Nullable Builder[] sums = new Cell.Builder[purposes];
        boolean some = false;
        for (CompiledGrant grant : grants) {
            if (grant.actions().contains(action)) {
                some = true;
                grant.purposes().stream()
                        .forEach(purpose -> sum(sums, purpose, categories).add(grant));
            }
        }
        return some ? built(sums) : NOTHING;
    }

    private static Cell.Builder sum(Cell.@Nullable Builder[] sums, int purpose, int categories) {
        Cell.Builder sum = sums[purpose];
        if (sum == null) {
            sum = new Cell.Builder(categories);
            sums[purpose] = sum;
        }
        return sum;
    }

    private static @Nullable Cell[] built(Cell.@Nullable Builder[] sums) {
        @Nullable Cell[] cells = new Cell[sums.length];
        for (int i = 0; i < sums.length; i++) {
            Cell.Builder sum = sums[i];
            cells[i] = sum == null ? null : sum.build();
        }
        return cells;
    }

    /** The sum for an action and purpose; null when there is no grant. */
    @Nullable
    Cell cell(Action action, int purpose) {
        @Nullable Cell[] byPurpose = cells.get(action);
        return byPurpose == null || byPurpose.length == 0 ? null : byPurpose[purpose];
    }

    Stream<CompiledGrant> grants(Action action, int purpose) {
        return grants.stream()
                .filter(grant ->
                        grant.actions().contains(action) && grant.purposes().get(purpose));
    }
}
