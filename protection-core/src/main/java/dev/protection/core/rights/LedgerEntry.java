package dev.protection.core.rights;

import dev.protection.rights.ErasureLedger.Line;
import dev.protection.rights.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a line of the erasure ledger says (LED-ENTRY of the spec {@code ledger.md}).
 *
 * @param position the line's place
 * @param id the line's id
 * @param type what happened
 * @param subject the person's keyed hash, in hexadecimal
 * @param hashKey which key the hash is of
 * @param asOf the time by which the erasure decided; when it happened, for others
 * @param phase what the person's state became; {@code ACTIVE} for a readmission, {@code ERASING} for a beginning; of no
 *     meaning for a restriction
 * @param purpose what was objected to, or whose consent was withdrawn; empty for a restriction and for an erasure
 * @param keys the keys that were destroyed, in hexadecimal
 */
public record LedgerEntry(
        long position,
        String id,
        Type type,
        String subject,
        String hashKey,
        Instant asOf,
        Phase phase,
        Optional<String> purpose,
        List<String> keys) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What happened. */
    public enum Type {
        /** An erasure begins: nothing was destroyed before. */
        BEGIN,
        /** An erasure is complete: the data has forgotten. */
        COMPLETE,
        /** A person who was erased begins anew. */
        READMIT,
        /** A person's processing is restricted, or a person has objected to a purpose. */
        RESTRICT,
        /** A restriction or an objection has ended. */
        LIFT,
        /** A person has withdrawn a consent. */
        WITHDRAW;

        /** Whether it is about an erasure. */
        public boolean ofErasure() {
            return this != RESTRICT && this != LIFT && this != WITHDRAW;
        }
    }

    /**
     * Reads a line.
     *
     * @param line a line whose chain was verified
     * @return what it says
     * @throws LedgerBrokenException when it says nothing that is known
     */
    public static LedgerEntry of(Line line) {
        JsonNode entry = MAPPER.readTree(line.entry());
        try {
            Type type = Type.valueOf(entry.path("type").asString("").toUpperCase(java.util.Locale.ROOT));
            List<String> keys = new ArrayList<>();
            entry.path("keys").forEach(key -> keys.add(key.asString()));
            String at = entry.path("at").asString("");
            return new LedgerEntry(
                    line.position(),
                    line.id(),
                    type,
                    entry.path("subject").asString(""),
                    entry.path("hash").asString(""),
                    Instant.parse(entry.path("asOf").asString(at)),
                    phase(type, entry.path("phase").asString("")),
                    Optional.of(entry.path("purpose").asString("")).filter(purpose -> !purpose.isEmpty()),
                    List.copyOf(keys));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw LedgerBrokenException.line(line.position());
        }
    }

    private static Phase phase(Type type, String text) {
        return switch (type) {
            case BEGIN -> Phase.ERASING;
            case COMPLETE -> Phase.valueOf(text);
            case READMIT, RESTRICT, LIFT, WITHDRAW -> Phase.ACTIVE;
        };
    }

    /** Names the person by the keyed hash alone. */
    @Override
    public String toString() {
        return "line " + position + " " + type;
    }
}
