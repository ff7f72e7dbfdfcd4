package dev.protection.core.measures;

import dev.protection.measures.Control;
import dev.protection.measures.Evidence;
import dev.protection.measures.Measure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Hashes of texts and of evidence: SHA-256 over the parts, each behind its length. */
final class Digest {
    private final MessageDigest digest;

    private Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String ofText(List<Measure> text) {
        Digest digest = new Digest();
        text.forEach(measure -> digest.part(measure.id()).part(measure.text()));
        return digest.hex();
    }

    static Evidence sealed(Control control, Instant at, Probe.Reading reading) {
        String id = UUID.randomUUID().toString();
        Digest digest = new Digest()
                .part(id)
                .part(control.name())
                .part(reading.result().name())
                .part(at.toString());
        new TreeMap<>(reading.facts())
                .forEach((name, value) -> digest.part(name).part(value));
        digest.part(reading.reason());
        return new Evidence(id, control, reading.result(), at, reading.facts(), reading.reason(), digest.hex());
    }

    private Digest part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
