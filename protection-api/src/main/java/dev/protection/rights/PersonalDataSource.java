package dev.protection.rights;

import dev.protection.SubjectRef;
import java.time.Instant;
import java.util.List;

/**
 * A place that holds data of persons: the declared tables, a directory of files, a search index, a service.
 *
 * <p>It finds, copies and changes; it knows no law, for the run's {@link RecordRule} decides. Every list comes in pages:
 * a cursor is given back unchanged, perhaps after a restart, perhaps on another node. A page that was cut off is asked
 * for again, so doing it twice does no harm. Records of other persons are never touched.
 *
 * <p>Safe for use by several threads. A failure is thrown as a {@link dev.protection.ProtectionException} or any other
 * unchecked exception and tried again later; its message must be free of personal data.
 */
public interface PersonalDataSource {
    /**
     * Tells what it covers.
     *
     * @return the same for as long as it lives
     */
    SourceDescriptor describe();

    /**
     * Finds the records about a person.
     *
     * @param subject the person
     * @param after where to go on
     * @param run the run
     * @return a page
     */
    Page<Found> locate(SubjectRef subject, Cursor after, RunContext run);

    /**
     * Finds the records of any person by age, for retention (Art. 5(1)(e) GDPR).
     *
     * @param dataset a dated dataset that it covers
     * @param until records whose {@code since} lies at this time or before; those without one are left out
     * @param after where to go on
     * @param run the run
     * @return a page; records that come or go meanwhile may be in it or not, every other one is exactly once in the
     *     pages. A record that has lost all its fields to an erasure is left out
     */
    Page<Found> older(String dataset, Instant until, Cursor after, RunContext run);

    /**
     * Counts the records of a dated dataset without a known start: retention never reaches them, so it reports them.
     *
     * @param dataset a dated dataset that it covers
     * @param run the run
     * @return how many; 0 where every record has one, as by default
     */
    default long undated(String dataset, RunContext run) {
        return 0;
    }

    /**
     * Copies the records of a person (Art. 15, 20 GDPR).
     *
     * @param subject the person
     * @param after where to go on
     * @param run the run
     * @return a page of values in clear
     */
    Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run);

    /**
     * Does with the records of a person what the run's rule decides about each (Art. 17 GDPR). The changes of a page are
     * durable when this returns; each record is found, decided and changed without another change in between.
     *
     * @param subject the person
     * @param after where to go on
     * @param run the run
     * @return the outcomes of the records for which something was to be done
     */
    Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run);

    /**
     * Finds what is left of a person by another way than {@link #locate}: another index, the storage itself.
     *
     * @param subject the person
     * @param after where to go on
     * @param run the run
     * @return records with the fields that still hold something which is readable without a destroyed key: values in
     *     clear, index terms, copies. A sealed cell alone is not readable
     */
    Page<Found> verify(SubjectRef subject, Cursor after, RunContext run);

    /**
     * Lists the persons with records here, for a replay of the erasure ledger after a backup was restored. A source that
     * a backup can bring back has to say whom it brings back, unless each of them also has a row in a declared table.
     *
     * @param after where to go on
     * @param run the run
     * @return a page; a person may come more than once. By default empty
     */
    default Page<SubjectRef> subjects(Cursor after, RunContext run) {
        return Page.last(List.of());
    }

    /**
     * Is told how the data of a person may be used from now on (Art. 18, 21 GDPR), each time that changes: once it is in
     * force in the declared tables, and again after a backup was restored. A place whose records are used past the library
     * keeps them out of that use by itself. Being told twice does no harm.
     *
     * @param now whether processing is restricted, and to which purposes the person objects
     * @param run the run
     */
    default void restrict(SubjectState now, RunContext run) {
        // By default the declared tables alone keep the person out.
    }
}
