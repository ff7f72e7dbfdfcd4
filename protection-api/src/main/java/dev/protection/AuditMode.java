package dev.protection;

/**
 * When the record of a read is durable (Art. 5(2), 30 GDPR). Changes are always recorded in their own transaction, and
 * refusals at once.
 */
public enum AuditMode {
    /** Before the first row is handed out; not yet offered. */
    STRICT,
    /** Before the end of the read is reported; the default. */
    STANDARD,
    /**
     * Soon after: when the process is killed, the records of at most the last second, and of at most 1,000 reads, are
     * lost. While the audit store does not answer, reads beyond that bound fail.
     */
    BUFFERED;

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code standard}
     */
    public String word() {
        return Words.of(this);
    }
}
