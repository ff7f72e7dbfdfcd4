package dev.protection.core.access;

import dev.protection.access.TenantScope;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the grants of one role reach for one action and purpose: a bit for the row and each category. Immutable. */
final class Cell {
    /** The bit of the row itself and its undeclared columns; category n has bit n + 1. */
    static final int ROW = 0;

    /** What {@link #widest} says when no grant opens the bit; else it is the number of a {@link TenantScope}, wider ones higher. */
    static final int NONE = -1;

    private static final int SCOPES = Reach.WIDEST + 1;

    // By scope: the bits of the grants of that scope or a wider one. `only` holds them for the datasets that some grant
    // names, those of the grants on every dataset included.
    private final long[][] everywhere;
    private final int[] datasets;
    private final long[][][] only;

    private Cell(long[][] everywhere, int[] datasets, long[][][] only) {
        this.everywhere = everywhere;
        this.datasets = datasets;
        this.only = only;
    }

    static int bit(int category) {
        return category == CompiledDataset.NO_CATEGORY ? ROW : category + 1;
    }

    int widest(int dataset, int bit) {
        int place = datasets.length == 0 ? -1 : Arrays.binarySearch(datasets, dataset);
        long[][] bits = place < 0 ? everywhere : only[place];
        int scope = SCOPES - 1;
        while (scope > NONE && (bits[scope][bit >> 6] & 1L << bit) == 0) {
            scope--;
        }
        return scope;
    }

    /** Sums grants up. */
    static final class Builder {
        private final int bits;
        private final BitSet[] everywhere = empty();
        private final SortedMap<Integer, BitSet[]> only = new TreeMap<>();

        Builder(int categories) {
            this.bits = categories + 1;
        }

        void add(CompiledGrant grant) {
            BitSet opened = shifted(grant.categories());
            opened.set(ROW);
            add(grant.datasets(), opened, number(grant.scope()));
        }

        void add(CompiledForbid forbid) {
            BitSet closed = shifted(forbid.categories());
            if (closed.isEmpty()) {
                closed.set(0, bits);
            }
            add(forbid.datasets(), closed, Reach.WIDEST);
        }

        private void add(Optional<BitSet> datasets, BitSet which, int scope) {
            if (datasets.isEmpty()) {
                or(everywhere, which, scope);
            } else {
                datasets.get().stream()
                        .forEach(dataset -> or(only.computeIfAbsent(dataset, none -> empty()), which, scope));
            }
        }

        private static void or(BitSet[] byScope, BitSet which, int widest) {
            for (int scope = 0; scope <= widest; scope++) {
                byScope[scope].or(which);
            }
        }

        private static BitSet shifted(BitSet categories) {
            BitSet shifted = new BitSet();
            categories.stream().forEach(category -> shifted.set(bit(category)));
            return shifted;
        }

        private static int number(TenantScope scope) {
            return switch (scope) {
                case OWN -> 0;
                case SUBTREE -> 1;
                case ANY -> Reach.WIDEST;
            };
        }

        Cell build() {
            int[] datasets = only.keySet().stream().mapToInt(Integer::intValue).toArray();
            long[][][] named = new long[datasets.length][][];
            for (int i = 0; i < datasets.length; i++) {
                BitSet[] byScope = only.getOrDefault(datasets[i], everywhere);
                for (int scope = 0; scope < SCOPES; scope++) {
                    byScope[scope].or(everywhere[scope]);
                }
                named[i] = words(byScope);
            }
            return new Cell(words(everywhere), datasets, named);
        }

        private long[][] words(BitSet[] byScope) {
            long[][] words = new long[SCOPES][];
            for (int scope = 0; scope < SCOPES; scope++) {
                words[scope] = Arrays.copyOf(byScope[scope].toLongArray(), (bits + 63) / 64);
            }
            return words;
        }

        private static BitSet[] empty() {
            BitSet[] byScope = new BitSet[SCOPES];
            Arrays.setAll(byScope, scope -> new BitSet());
            return byScope;
        }
    }
}
