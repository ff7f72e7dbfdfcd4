package dev.protection;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws on purpose.
 *
 * <p>It carries facts (a stable code, what and where, what to do), never values of personal data nor key material: its
 * message may go into any log. Mistakes of the library itself are not of this type.
 */
public abstract class ProtectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The stable code. */
    private final String code;

    /** What to do. */
    private final String remedy;

    /**
     * Makes an exception.
     *
     * @param code stable, upper case with dashes, starting with {@code PROT-}
     * @param what what went wrong and where, without values of personal data
     * @param remedy what the reader can do about it
     */
    protected ProtectionException(String code, String what, String remedy) {
        this(code, what, remedy, null);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param code stable, upper case with dashes, starting with {@code PROT-}
     * @param what what went wrong and where, without values of personal data
     * @param remedy what the reader can do about it
     * @param cause the cause, whose message must be free of personal data too; null for none
     */
    protected ProtectionException(String code, String what, String remedy, @Nullable Throwable cause) {
        super(code + ": " + what + " Remedy: " + remedy, cause);
        this.code = code;
        this.remedy = remedy;
    }

    /**
     * Returns the stable code, for programs and for looking it up in the documentation.
     *
     * @return for example {@code PROT-ACCESS-DENIED}
     */
    public final String code() {
        return code;
    }

    /**
     * Returns what the reader can do about it.
     *
     * @return one sentence
     */
    public final String remedy() {
        return remedy;
    }

    /**
     * Says of a failure what may go into a log: the message of one of ours, only the class of any other, whose message
     * may carry values of a host's own code or of the database.
     *
     * @param failure what was thrown
     * @return one line
     */
    public static String loggable(Throwable failure) {
        return failure instanceof ProtectionException ours
                ? String.valueOf(ours.getMessage())
                : failure.getClass().getName();
    }
}
