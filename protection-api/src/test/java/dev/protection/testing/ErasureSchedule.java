package dev.protection.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A history of an erasure: who has how many records, and what happens page by page until it is finished.
 *
 * @param records how many records each person has
 * @param erased the number of the person that is erased
 * @param pageSize how many records a page has
 * @param rule the number of the rule
 * @param steps what happens before the erasure is left in peace
 */
record ErasureSchedule(List<Integer> records, int erased, int pageSize, int rule, List<Step> steps) {
    private static final int MOST_RECORDS = 7;
    private static final int MOST_PAGE = 4;
    private static final int MOST_STEPS = 8;

    /** What happens next. */
    enum Step {
        /** A page is done and its cursor saved. */
        PAGE,
        /** A page is done, and the process killed before its cursor was saved. */
        KILLED,
        /** The process is started anew. */
        RESTARTED,
        /** Another node, on the same request, does a page from its own cursor. */
        OTHER_NODE,
        /** Another node takes the request from the beginning. */
        SUBMITTED_AGAIN
    }

    /** Makes the history of a seed, the same each time. */
    static ErasureSchedule of(long seed, int persons, int rules) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> records = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            records.add(random.nextInt(MOST_RECORDS));
        }
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(MOST_STEPS);
        for (int step = 0; step < count; step++) {
            steps.add(Step.values()[random.nextInt(Step.values().length)]);
        }
        return new ErasureSchedule(
                List.copyOf(records),
                random.nextInt(persons),
                1 + random.nextInt(MOST_PAGE),
                random.nextInt(rules),
                List.copyOf(steps));
    }

    ErasureSchedule calm() {
        return new ErasureSchedule(records, erased, pageSize, rule, List.of());
    }

    /** Smaller histories, by which a failure is made easier to read. */
    List<ErasureSchedule> smaller() {
        List<ErasureSchedule> smaller = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(step);
            smaller.add(new ErasureSchedule(records, erased, pageSize, rule, fewer));
        }
        for (int person = 0; person < records.size(); person++) {
            if (records.get(person) > 0) {
                List<Integer> fewer = new ArrayList<>(records);
                fewer.set(person, records.get(person) - 1);
                smaller.add(new ErasureSchedule(fewer, erased, pageSize, rule, steps));
            }
        }
        return smaller;
    }
}
