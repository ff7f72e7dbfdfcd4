package dev.protection.lawfulness;

import dev.protection.SubjectRef;
import java.io.OutputStream;
import java.util.List;

/**
 * What persons have consented to (Art. 7 GDPR). A consent is given and withdrawn as a
 * {@link dev.protection.rights.SubjectRequest}; here it is asked for and proven. Every question is decided about as a READ
 * of the person's data, and recorded. Safe for use by several threads.
 */
public interface Consents {
    /**
     * Tells whether a consent counts.
     *
     * @param subject the person
     * @param purpose to what
     * @return what is known now
     * @throws dev.protection.access.AccessDeniedException when the caller may not read the person's data
     */
    ConsentStatus status(SubjectRef subject, String purpose);

    /**
     * Returns all that happened to the consents of a person. That a consent ended by itself is an event too.
     *
     * @param subject the person
     * @return in order; empty for a person who never consented, or was erased
     * @throws dev.protection.access.AccessDeniedException when the caller may not read the person's data
     */
    List<ConsentEvent> history(SubjectRef subject);

    /**
     * Writes the proof: one consent record for each purpose, with the fields of ISO/IEC TS 27560 by their names in the
     * Data Privacy Vocabulary, as JSON-LD in UTF-8. It names the person.
     *
     * @param subject the person
     * @param to is written and left open
     * @throws dev.protection.access.AccessDeniedException when the caller may not COPY the person's data
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    void prove(SubjectRef subject, OutputStream to);
}
