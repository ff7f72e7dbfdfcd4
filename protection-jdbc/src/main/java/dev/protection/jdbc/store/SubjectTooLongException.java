package dev.protection.jdbc.store;

import dev.protection.ProtectionException;
import dev.protection.SubjectRef;

/** A person's kind or id is longer than a key of every database holds whole. */
final class SubjectTooLongException extends ProtectionException {
    /** The longest kind, in characters. */
    static final int KIND = 60;

    /** The longest id, in characters. */
    static final int ID = 400;

    private static final long serialVersionUID = 1L;

    private SubjectTooLongException(String what) {
        super("PROT-SUBJECT-TOO-LONG", what, "Name the person by a shorter id, such as a key of the table.");
    }

    static void check(SubjectRef subject) {
        if (subject.kind().length() > KIND || subject.id().length() > ID) {
            throw new SubjectTooLongException("a person's kind has at most " + KIND + " characters and an id at most "
                    + ID + ", but one of kind " + subject.kind() + " has more.");
        }
    }
}
