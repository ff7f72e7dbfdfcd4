package dev.protection.core.encryption;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 that replaces nothing: text with half a surrogate pair would otherwise become other text without a word. */
final class StrictUtf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private StrictUtf8() {}

    static Optional<byte[]> encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The JDK's fast path writes '?' for what it cannot encode, so only texts that end up with one need a look.
        return isWellFormed(text) ? Optional.of(bytes) : Optional.empty();
    }

    static Optional<String> decode(byte[] bytes) {
        // The JDK's fast path writes U+FFFD for what is malformed, so only texts that end up with one need a look.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        return quick.indexOf(REPLACEMENT) < 0 ? Optional.of(quick) : strictly(bytes);
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
