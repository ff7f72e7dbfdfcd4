package dev.protection.core.lawfulness;

import dev.protection.DataMap;
import dev.protection.Purpose;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says whose data a purpose may not use: of persons whose processing is restricted (Art. 18 GDPR), of those who have
 * objected to the purpose (Art. 21), and of those who do not consent to it where it rests on that (Art. 7). Safe for use by several threads.
 */
public final class LawfulnessEngine {
    private final DataMap map;
    private final SubjectStates states;

    /**
     * Makes an engine.
     *
     * @param map declares the purposes
     * @param states the states of persons
     */
    public LawfulnessEngine(DataMap map, SubjectStates states) {
        this.map = map;
        this.states = states;
    }

    /**
     * Returns the uses of which somebody's data is withheld, so that a read for the purpose has to leave out whoever is
     * withheld from one of them.
     *
     * @param kind the kind of person
     * @param purpose what is read for
     * @return {@link SubjectStates#RESTRICTED}, the purpose, both, or, when it concerns nobody, none
     */
    public SortedSet<String> withheldFromReading(String kind, String purpose) {
        SortedSet<String> uses = withheldFromWriting(kind, purpose);
        if (restrictable(purpose) && states.anyWithheld(kind, SubjectStates.RESTRICTED)) {
            uses.add(SubjectStates.RESTRICTED);
        }
        return uses;
    }

    /**
     * As {@link #withheldFromReading}, for a write: the rows of restricted persons are not passed over, they refuse it.
     *
     * @param kind the kind of person
     * @param purpose what is written for
     * @return the purpose or nothing
     */
    public SortedSet<String> withheldFromWriting(String kind, String purpose) {
        SortedSet<String> uses = new TreeSet<>();
        if (objectable(purpose) && states.anyWithheld(kind, purpose)) {
            uses.add(purpose);
        }
        return uses;
    }

    /**
     * Tells whether a person's processing is restricted, for this purpose too.
     *
     * @param state the person's
     * @param purpose what the data is read for
     * @return true when it may not be read
     */
    public boolean isRestricted(SubjectState state, String purpose) {
        return state.restricted() && restrictable(purpose);
    }

    /**
     * Tells whether a person has objected to a purpose.
     *
     * @param state the person's
     * @param purpose what the data is used for
     * @return true when it may not be used
     */
    public boolean isObjected(SubjectState state, String purpose) {
        return objectable(purpose) && state.objections().contains(purpose);
    }

    /**
     * Tells whether data of persons may be used for a purpose only while they consent (Art. 6(1)(a), 7 GDPR).
     *
     * @param purpose what the data is used for
     * @return true when rows of others may not be reached
     */
    public boolean needsConsent(String purpose) {
        return declared(purpose).filter(Purpose::needsConsent).isPresent();
    }

    /**
     * Tells whether a person does not consent to a purpose that needs it.
     *
     * @param state the person's
     * @param purpose what the data is used for
     * @param now the time
     * @return true when it may not be used
     */
    public boolean lacksConsent(SubjectState state, String purpose, Instant now) {
        return needsConsent(purpose) && !state.consentsTo(purpose, now);
    }

    /** A purpose that is not declared, or not any more, gets no benefit of a doubt. */
    private boolean restrictable(String purpose) {
        return declared(purpose).flatMap(Purpose::whileRestricted).isEmpty();
    }

    private boolean objectable(String purpose) {
        return declared(purpose).map(Purpose::objectable).orElse(true);
    }

    private Optional<Purpose> declared(String purpose) {
        return Optional.ofNullable(map.purposes().get(purpose));
    }
}
