package dev.protection.rights;

/** How far a request has come, in the words of the W3C Data Privacy Vocabulary 2.3. */
public enum RequestState {
    /** It was received and is about to be worked on. */
    ACKNOWLEDGED("RequestAcknowledged"),
    /** It waits for an approval. */
    REQUIRES_ACTION("RequestRequiresAction"),
    /** It is being carried out. */
    ACCEPTED("RequestAccepted"),
    /** It cannot go on yet: a legal hold, or a source that does not answer. */
    ACTION_DELAYED("RequestActionDelayed"),
    /** It was carried out, as far as the law allows. */
    FULFILLED("RequestFulfilled"),
    /** It was cancelled, with a reason. */
    REJECTED("RequestRejected");

    private static final String PREFIX = "https://w3id.org/dpv#";

    private final String term;

    RequestState(String term) {
        this.term = term;
    }

    /**
     * Returns the DPV term.
     *
     * @return an IRI
     */
    public String iri() {
        return PREFIX + term;
    }
}
