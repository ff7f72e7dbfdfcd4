package dev.protection;

/** A store, a key management system or an anchor did not answer, so the work could not be done safely and was not. */
public final class StoreUnavailableException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-STORE-UNAVAILABLE";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param store which store, for example {@code key store}
     * @param cause the failure; its message goes along, so it must be free of personal data
     */
    public StoreUnavailableException(String store, Throwable cause) {
        super(CODE, "the " + store + " did not answer.", "Restore it and try again; nothing was changed.", cause);
    }
}
