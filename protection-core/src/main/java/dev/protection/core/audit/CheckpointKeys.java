package dev.protection.core.audit;

import dev.protection.audit.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The public keys of a log: a checkpoint counts only when each of them has signed it.
 *
 * @param verifiers the keys, at least one
 */
record CheckpointKeys(List<NoteVerifier> verifiers) {
    CheckpointKeys {
        verifiers = List.copyOf(verifiers);
        if (verifiers.isEmpty()) {
            throw new IllegalArgumentException("a log is verified by at least one key");
        }
    }

    /** Reads one verifier key a line. */
    static CheckpointKeys parse(String lines) {
        return new CheckpointKeys(lines.lines()
                .filter(line -> !line.isBlank())
                .map(NoteVerifier::parse)
                .toList());
    }

    boolean verify(Checkpoint checkpoint) {
        String text = Checkpoint.body(checkpoint.origin(), checkpoint.size(), checkpoint.root());
        if (!checkpoint.note().startsWith(text + "\n")) {
            return false; // lines between the root and the signatures are not ours
        }
        List<String> lines =
                checkpoint.note().substring(text.length() + 1).lines().toList();
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        return verifiers.stream()
                .allMatch(key -> key.name().equals(checkpoint.origin()) && key.hasSigned(signed, lines));
    }

    @Override
    public String toString() {
        return verifiers.stream().map(key -> key + "\n").collect(Collectors.joining());
    }
}
