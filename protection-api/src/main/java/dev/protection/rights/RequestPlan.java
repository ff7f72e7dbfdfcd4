package dev.protection.rights;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a request would do now. Nothing was changed by asking.
 *
 * @param request the request
 * @param lines what each source holds
 * @param kept what an erasure would leave, with its laws; empty for an export
 * @param holds the ids of the legal holds that block an erasure
 */
public record RequestPlan(SubjectRequest request, List<Line> lines, List<Kept> kept, List<String> holds) {
    /**
     * Copies the parts.
     *
     * @param request the request
     * @param lines what each source holds
     * @param kept what would stay
     * @param holds what blocks
     */
    public RequestPlan {
        Objects.requireNonNull(request, "request");
        lines = List.copyOf(lines);
        kept = List.copyOf(kept);
        holds = List.copyOf(holds);
    }

    /**
     * What a source holds of the person in one dataset.
     *
     * @param source the source
     * @param dataset the dataset
     * @param records how many records would be exported, or changed or removed by the erasure
     * @param fields the fields that would be exported or erased
     */
    public record Line(String source, String dataset, long records, SortedSet<String> fields) {
        /**
         * Copies the parts.
         *
         * @param source the source
         * @param dataset the dataset
         * @param records how many records
         * @param fields which fields
         */
        public Line {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(dataset, "dataset");
            fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        }
    }
}
