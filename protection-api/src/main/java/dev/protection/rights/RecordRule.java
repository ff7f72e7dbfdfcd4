package dev.protection.rights;

/** Decides about each record of a run, so that a source needs to know no law. Asked again it answers the same. */
@FunctionalInterface
public interface RecordRule {
    /**
     * Decides what is to be done with a record.
     *
     * @param found the record as it stands now
     * @return what to do
     */
    Instruction decide(Found found);
}
