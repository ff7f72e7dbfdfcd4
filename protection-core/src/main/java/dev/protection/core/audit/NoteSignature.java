package dev.protection.core.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A signature line of a signed note: an em dash, the key's name, and base64 of the key's id and the signature. */
final class NoteSignature {
    private static final String DASH = "\u2014 ";

    private NoteSignature() {}

    static String line(String name, byte[] id, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** Returns the signature of a line; empty when it is of another key. */
    static Optional<byte[]> bytes(String line, String name, byte[] id) {
        String start = DASH + name + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(line.substring(start.length()));
            boolean mine = bytes.length > id.length && Arrays.equals(bytes, 0, id.length, id, 0, id.length);
            return mine ? Optional.of(Arrays.copyOfRange(bytes, id.length, bytes.length)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
