package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a query are sorted and paged.
 *
 * @param items what they are sorted by
 * @param limit how many are shown at most
 * @param offset how many are left out first
 * @param followed whether that is all; not so with WITH TIES, PERCENT or a clause written twice
 * @param spans the clauses
 */
record Ending(
        List<SortItem> items,
        Optional<Expression> limit,
        Optional<Expression> offset,
        boolean followed,
        List<Span> spans) {
    static final Ending NONE = new Builder().built();

    /** The sorted expressions. */
    List<Expression> order() {
        return items.stream().map(SortItem::expression).toList();
    }

    /** Collects the clauses while they are read. */
    static final class Builder {
        private final List<SortItem> items = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private Optional<Expression> limit = Optional.empty();
        private Optional<Expression> offset = Optional.empty();
        private boolean followed = true;

        void sorted(List<SortItem> read) {
            followed &= items.isEmpty();
            items.addAll(read);
        }

        void limit(Expression amount) {
            followed &= limit.isEmpty();
            limit = Optional.of(amount);
        }

        void offset(Expression amount) {
            followed &= offset.isEmpty();
            offset = Optional.of(amount);
        }

        /** MariaDB writes the offset first: {@code LIMIT offset, limit}. */
        void offsetWasFirst(Expression amount) {
            followed &= offset.isEmpty();
            offset = limit;
            limit = Optional.of(amount);
        }

        void notFollowed() {
            followed = false;
        }

        void clause(Span span) {
            spans.add(span);
        }

        Ending built() {
            return new Ending(List.copyOf(items), limit, offset, followed, List.copyOf(spans));
        }
    }
}
