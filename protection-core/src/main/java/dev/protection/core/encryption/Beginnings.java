package dev.protection.core.encryption;

import com.google.crypto.tink.prf.PrfSet;
import dev.protection.SearchColumn;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Locale;

/**
 * The terms of a text's beginnings, one after the other (ENV-PRE-1 to ENV-PRE-4): a text that begins with another has
 * terms that begin with the other's, so that an ordered index finds it.
 */
final class Beginnings {
    /** How many bytes each term has. */
    static final int TERM = 16;

    /** Of how many characters the beginnings are kept. */
    static final int MOST = 64;

    private static final String BEGINNING = "protection/prefix";
    private static final String WHOLE = "protection/whole";

    private final PrfSet prf;
    private final String column;

    Beginnings(PrfSet prf, SearchColumn column) {
        this.prf = prf;
        this.column = column.name().toLowerCase(Locale.ROOT);
    }

    byte[] of(String text, boolean whole) {
        ByteArrayOutputStream terms = new ByteArrayOutputStream((Math.min(text.length(), MOST) + 1) * TERM);
        int end = 0;
        for (int i = 0; i < MOST && end < text.length(); i++) {
            end = text.offsetByCodePoints(end, 1);
            terms.writeBytes(term(BEGINNING, text.substring(0, end)));
        }
        if (whole) {
            terms.writeBytes(term(WHOLE, text));
        }
        return terms.toByteArray();
    }

    private byte[] term(String purpose, String text) {
        try {
            return prf.computePrimary(AssociatedData.beginning(purpose, column, text), TERM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink could not compute a term", impossible);
        }
    }
}
