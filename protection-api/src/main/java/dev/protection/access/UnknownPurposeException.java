package dev.protection.access;

import dev.protection.NearestWord;
import dev.protection.ProtectionException;
import java.util.Collection;

/** Work named a purpose that is not declared (Art. 5(1)(b) GDPR); nothing was read or changed. */
public final class UnknownPurposeException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-PURPOSE-UNKNOWN";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param purpose what the context named
     * @param known the declared purposes
     */
    public UnknownPurposeException(String purpose, Collection<String> known) {
        super(
                CODE,
                "the purpose '" + purpose + "' is not declared" + NearestWord.hint(purpose, known),
                "Name a declared purpose in the ProtectionContext, or declare this one.");
    }
}
