package dev.protection.rights;

import dev.protection.SubjectRef;
import java.util.Objects;

/** What a person asks for (Art. 12 to 22 GDPR). */
public sealed interface SubjectRequest {
    /**
     * Returns who asks.
     *
     * @return the person whose data it is
     */
    SubjectRef subject();

    /**
     * Asks for a copy of all data of a person (Art. 15, 20 GDPR).
     *
     * @param subject the person
     * @return the request
     */
    static SubjectRequest export(SubjectRef subject) {
        return new Export(subject);
    }

    /**
     * Asks for the erasure of a person (Art. 17 GDPR).
     *
     * @param subject the person
     * @return the request
     */
    static SubjectRequest erase(SubjectRef subject) {
        return new Erase(subject);
    }

    /**
     * A copy of all data of a person.
     *
     * @param subject the person
     */
    record Export(SubjectRef subject) implements SubjectRequest {
        /**
         * Checks the part.
         *
         * @param subject the person
         */
        public Export {
            Objects.requireNonNull(subject, "subject");
        }
    }

    /**
     * The erasure of a person.
     *
     * @param subject the person
     */
    record Erase(SubjectRef subject) implements SubjectRequest {
        /**
         * Checks the part.
         *
         * @param subject the person
         */
        public Erase {
            Objects.requireNonNull(subject, "subject");
        }
    }
}
