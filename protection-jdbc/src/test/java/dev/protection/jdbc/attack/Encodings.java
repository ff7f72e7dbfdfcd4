package dev.protection.jdbc.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The shapes in which a value can hide in a file. */
final class Encodings {
    private static final int ALIGNMENTS = 3;

    private Encodings() {}

    /**
     * A shape of a value.
     *
     * @param name how it is encoded
     * @param bytes what to look for
     */
    record Shape(String name, byte[] bytes) {}

    /** The value in UTF-8, UTF-16 of both orders, hex of both cases and base64 of both alphabets at every alignment. */
    static List<Shape> of(String value) {
        List<Shape> shapes = new ArrayList<>();
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        shapes.add(new Shape("UTF-8", utf8));
        shapes.add(new Shape("UTF-16LE", value.getBytes(StandardCharsets.UTF_16LE)));
        shapes.add(new Shape("UTF-16BE", value.getBytes(StandardCharsets.UTF_16BE)));
        String hex = HexFormat.of().formatHex(utf8);
        shapes.add(new Shape("hex", ascii(hex)));
        shapes.add(new Shape("HEX", ascii(hex.toUpperCase(Locale.ROOT))));
        for (int before = 0; before < ALIGNMENTS; before++) {
            shapes.add(new Shape("base64+" + before, base64(Base64.getEncoder(), utf8, before)));
            shapes.add(new Shape("base64url+" + before, base64(Base64.getUrlEncoder(), utf8, before)));
        }
        return shapes;
    }

    /** The characters that depend on the value alone, whatever stands before and after it. */
    private static byte[] base64(Base64.Encoder encoder, byte[] value, int before) {
        byte[] shifted = new byte[before + value.length];
        System.arraycopy(value, 0, shifted, before, value.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        int last = shifted.length / ALIGNMENTS * 4;
        return ascii(text.substring(first, Math.min(last, text.length())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
