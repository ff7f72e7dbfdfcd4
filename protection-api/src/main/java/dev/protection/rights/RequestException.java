package dev.protection.rights;

import dev.protection.ProtectionException;

/** A call that does not fit the state of a request. */
public final class RequestException extends ProtectionException {
    /** There is no such request. */
    public static final String UNKNOWN = "PROT-REQUEST-UNKNOWN";

    /** The request is not in the state that the call needs. */
    public static final String STATE = "PROT-REQUEST-STATE";

    /** Somebody else has carried the request on meanwhile. */
    public static final String STALE = "PROT-REQUEST-STALE";

    /** Only who was erased is readmitted. */
    public static final String NOT_ERASED = "PROT-REQUEST-NOT-ERASED";

    /** There is no right to object to the purpose. */
    public static final String NOT_OBJECTABLE = "PROT-REQUEST-NOT-OBJECTABLE";

    /** A consent to a purpose that rests on something else. */
    public static final String NOT_CONSENTABLE = "PROT-REQUEST-NOT-CONSENTABLE";

    private static final long serialVersionUID = 1L;

    private RequestException(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    /**
     * Returns the refusal of an id that nothing is known of.
     *
     * @param id the id
     * @return the exception
     */
    public static RequestException unknown(RequestId id) {
        return new RequestException(UNKNOWN, "there is no request " + id + ".", "Use an id that submit() returned.");
    }

    /**
     * Returns the refusal of a call that comes too early or too late.
     *
     * @param id the request
     * @param kind what it does
     * @param state how far it has come
     * @param remedy what to do
     * @return the exception
     */
    public static RequestException state(RequestId id, RequestKind kind, RequestState state, String remedy) {
        return new RequestException(STATE, "request " + id + " (" + kind + ") is in the state " + state + ".", remedy);
    }

    /**
     * Returns the refusal to readmit a person who was not erased.
     *
     * @param phase how far an erasure has come
     * @return the exception
     */
    public static RequestException notErased(Phase phase) {
        return new RequestException(
                NOT_ERASED,
                "a person in the phase " + phase + " was not erased and is not readmitted.",
                "Nothing for an active person; else wait until the erasure is complete and nothing is kept.");
    }

    /**
     * Returns the refusal of an objection to a purpose to which there is no right to object (Art. 21(1), (2) GDPR).
     *
     * @param purpose the purpose
     * @return the exception
     */
    public static RequestException notObjectable(String purpose) {
        return new RequestException(
                NOT_OBJECTABLE,
                "the purpose '" + purpose + "' is not declared, or is neither direct marketing nor rests on legitimate"
                        + " interests or a task in the public interest.",
                "Object to a purpose of that kind; a consent is withdrawn, a contract ended.");
    }

    /**
     * Returns the refusal of a consent to a purpose that does not rest on consents kept here.
     *
     * @param purpose the purpose
     * @return the exception
     */
    public static RequestException notConsentable(String purpose) {
        return new RequestException(
                NOT_CONSENTABLE,
                "the purpose '" + purpose + "' is not declared, or does not rest on consents that are kept here.",
                "Consent to a purpose with 'basis: consent'; where it has 'kept: elsewhere', there.");
    }

    /**
     * Returns the refusal of a step by a worker that was overtaken.
     *
     * @param id the request
     * @return the exception
     */
    public static RequestException stale(RequestId id) {
        return new RequestException(
                STALE,
                "another worker has carried request " + id + " on; this step was not stored.",
                "Nothing: the other worker finishes it.");
    }
}
