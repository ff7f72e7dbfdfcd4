package dev.protection.rights;

import dev.protection.SubjectRef;
import dev.protection.lawfulness.Indication;
import java.util.Objects;
import java.util.Optional;

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
     * Asks that the data of a person be kept and not used (Art. 18 GDPR). In force at once.
     *
     * @param subject the person
     * @return the request
     */
    static SubjectRequest restrict(SubjectRef subject) {
        return new Restrict(subject);
    }

    /**
     * Asks that a restriction be lifted. It waits for an approval, by which somebody says that the person was told
     * before (Art. 18(3) GDPR).
     *
     * @param subject the person
     * @return the request
     */
    static SubjectRequest liftRestriction(SubjectRef subject) {
        return new LiftRestriction(subject);
    }

    /**
     * Objects to a purpose (Art. 21 GDPR). In force at once: against direct marketing for good, else until
     * {@linkplain SubjectRights#cancel compelling grounds} are recorded.
     *
     * @param subject the person
     * @param purpose a purpose of direct marketing, of legitimate interests or of a task in the public interest
     * @return the request
     */
    static SubjectRequest object(SubjectRef subject, String purpose) {
        return new Objection(subject, purpose);
    }

    /**
     * Takes an objection back, as the person wishes.
     *
     * @param subject the person
     * @param purpose the purpose
     * @return the request
     */
    static SubjectRequest withdrawObjection(SubjectRef subject, String purpose) {
        return new ObjectionWithdrawal(subject, purpose);
    }

    /**
     * Consents to a purpose (Art. 7 GDPR). In force at once. Given again, it is renewed.
     *
     * @param subject the person
     * @param purpose a purpose whose basis is consent
     * @param how how the person said so: what makes it possible to prove it
     * @return the request
     */
    static SubjectRequest giveConsent(SubjectRef subject, String purpose, Indication how) {
        return new Consent(subject, purpose, how);
    }

    /**
     * Withdraws a consent (Art. 7(3) GDPR). In force at once, and as easy as giving it.
     *
     * @param subject the person
     * @param purpose the purpose
     * @param how how the person said so
     * @return the request
     */
    static SubjectRequest withdrawConsent(SubjectRef subject, String purpose, Indication how) {
        return new ConsentWithdrawal(subject, purpose, how);
    }

    /**
     * Returns what this request has a job do.
     *
     * @return the kind
     */
    RequestKind kind();

    /**
     * Returns the purpose that it is about.
     *
     * @return empty when it is about the person's data as a whole
     */
    default Optional<String> ofPurpose() {
        return Optional.empty();
    }

    /**
     * Returns how the person said so.
     *
     * @return empty unless it is about a consent
     */
    default Optional<Indication> indication() {
        return Optional.empty();
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

        @Override
        public RequestKind kind() {
            return RequestKind.EXPORT;
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

        @Override
        public RequestKind kind() {
            return RequestKind.ERASE;
        }
    }

    /**
     * The restriction of processing.
     *
     * @param subject the person
     */
    record Restrict(SubjectRef subject) implements SubjectRequest {
        /**
         * Checks the part.
         *
         * @param subject the person
         */
        public Restrict {
            Objects.requireNonNull(subject, "subject");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.RESTRICT;
        }
    }

    /**
     * The end of a restriction.
     *
     * @param subject the person
     */
    record LiftRestriction(SubjectRef subject) implements SubjectRequest {
        /**
         * Checks the part.
         *
         * @param subject the person
         */
        public LiftRestriction {
            Objects.requireNonNull(subject, "subject");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.LIFT_RESTRICTION;
        }
    }

    /**
     * An objection to a purpose.
     *
     * @param subject the person
     * @param purpose the purpose
     */
    record Objection(SubjectRef subject, String purpose) implements SubjectRequest {
        /**
         * Checks the parts.
         *
         * @param subject the person
         * @param purpose the purpose
         */
        public Objection {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(purpose, "purpose");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.OBJECT;
        }

        @Override
        public Optional<String> ofPurpose() {
            return Optional.of(purpose);
        }
    }

    /**
     * The withdrawal of an objection.
     *
     * @param subject the person
     * @param purpose the purpose
     */
    record ObjectionWithdrawal(SubjectRef subject, String purpose) implements SubjectRequest {
        /**
         * Checks the parts.
         *
         * @param subject the person
         * @param purpose the purpose
         */
        public ObjectionWithdrawal {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(purpose, "purpose");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.WITHDRAW_OBJECTION;
        }

        @Override
        public Optional<String> ofPurpose() {
            return Optional.of(purpose);
        }
    }

    /**
     * A consent to a purpose.
     *
     * @param subject the person
     * @param purpose the purpose
     * @param how how the person said so
     */
    record Consent(SubjectRef subject, String purpose, Indication how) implements SubjectRequest {
        /**
         * Checks the parts.
         *
         * @param subject the person
         * @param purpose the purpose
         * @param how how
         */
        public Consent {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(how, "how");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.GIVE_CONSENT;
        }

        @Override
        public Optional<String> ofPurpose() {
            return Optional.of(purpose);
        }

        @Override
        public Optional<Indication> indication() {
            return Optional.of(how);
        }
    }

    /**
     * The withdrawal of a consent.
     *
     * @param subject the person
     * @param purpose the purpose
     * @param how how the person said so
     */
    record ConsentWithdrawal(SubjectRef subject, String purpose, Indication how) implements SubjectRequest {
        /**
         * Checks the parts.
         *
         * @param subject the person
         * @param purpose the purpose
         * @param how how
         */
        public ConsentWithdrawal {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(how, "how");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.WITHDRAW_CONSENT;
        }

        @Override
        public Optional<String> ofPurpose() {
            return Optional.of(purpose);
        }

        @Override
        public Optional<Indication> indication() {
            return Optional.of(how);
        }
    }
}
