package dev.protection.core.rights;

import dev.protection.SubjectRef;
import java.util.List;
import java.util.Optional;

/**
 * How far an export has come. It holds no values: these are read when it is downloaded. Immutable.
 *
 * @param subject the person; empty once nothing of the person may stay
 * @param who who asked
 * @param sources the ids and versions of the sources, fixed when the export is prepared
 * @param place where counting stands
 * @param tally what was counted
 * @param reasons why it waits
 */
public record ExportJob(
        Optional<SubjectRef> subject, Who who, List<String> sources, Place place, Tally tally, List<String> reasons)
        implements JobContent {
    /**
     * Starts an export.
     *
     * @param subject the person
     * @param who who asked
     * @param sources the sources it reads
     * @return before its first page
     */
    public static ExportJob of(SubjectRef subject, Who who, List<String> sources) {
        return new ExportJob(Optional.of(subject), who, sources, Place.START, Tally.EMPTY, List.of());
    }

    /**
     * Returns this job after another page.
     *
     * @param next where to go on
     * @param counted what was counted
     * @return a copy
     */
    public ExportJob at(Place next, Tally counted) {
        return new ExportJob(subject, who, sources, next, counted, List.of());
    }

    @Override
    public ExportJob forgotten(List<String> why) {
        return new ExportJob(Optional.empty(), who, sources, place, Tally.EMPTY, why);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "ExportJob";
    }
}
