package dev.protection;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What must hold between a dataset's retention and the duties to keep of its purposes. */
final class RetentionRules {
    /** Four years, one of them a leap year: periods of months and days compare differently over each. */
    private static final List<LocalDate> STARTS = IntStream.range(0, 48)
            .mapToObj(month -> LocalDate.of(2001, 1, 1).plusMonths(month))
            .toList();

    private final Map<String, Purpose> purposes;
    private final Problems problems;

    RetentionRules(Map<String, Purpose> purposes, Problems problems) {
        this.purposes = purposes;
        this.problems = problems;
    }

    void check(Dataset dataset) {
        String place = "datasets." + dataset.name() + ".retention";
        if (dataset.retention().isEmpty()) {
            dataset.purposes().stream()
                    .sorted()
                    .filter(purpose -> keepsAny(purposes.get(purpose), dataset))
                    .forEach(purpose -> problems.report(
                            place, "is missing: the duty to keep of '" + purpose + "' counts from its 'since' column"));
        }
        dataset.retention().flatMap(RetentionRule::eraseAfter).ifPresent(after -> eraseAfter(place, dataset, after));
    }

    private void eraseAfter(String place, Dataset dataset, Period after) {
        if (!PurposeRules.positive(after)) {
            problems.report(place + ".erase-after", PurposeRules.notPositive(after));
            return;
        }
        dataset.purposes().stream()
                .sorted()
                .map(purposes::get)
                .filter(purpose -> keepsAll(purpose, dataset))
                .forEach(purpose -> conflict(place, after, purpose));
    }

    /**
     * With some fields under no duty, an earlier {@code erase-after} clears those and is no contradiction; with none it
     * could never take effect.
     */
    private void conflict(String place, Period after, @Nullable Purpose purpose) {
        if (purpose == null || purpose.keepAtLeast().isEmpty()) {
            return;
        }
        Period least = purpose.keepAtLeast().get();
        boolean shorter = STARTS.stream().anyMatch(start -> start.plus(after).isBefore(start.plus(least)));
        if (PurposeRules.positive(least) && shorter) {
            problems.report(
                    place + ".erase-after",
                    "'" + after + "' is shorter than 'keep-at-least: " + least + "' of the purpose '" + purpose.name()
                            + "', which covers every field of the dataset");
        }
    }

    private static boolean keepsAny(@Nullable Purpose purpose, Dataset dataset) {
        return purpose != null && dataset.fields().values().stream().anyMatch(field -> keeps(purpose, field));
    }

    private static boolean keepsAll(@Nullable Purpose purpose, Dataset dataset) {
        return keepsAny(purpose, dataset)
                && purpose != null
                && dataset.fields().values().stream().allMatch(field -> keeps(purpose, field));
    }

    private static boolean keeps(Purpose purpose, Field field) {
        return purpose.keepAtLeast().isPresent() && purpose.categories().contains(field.category());
    }
}
