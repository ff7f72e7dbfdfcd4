package dev.protection.core.rights;

import dev.protection.rights.ErasureLedger;
import dev.protection.rights.ErasureLedger.Line;
import dev.protection.rights.LedgerEpochStore.Epoch;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the erasure ledger, each line chained to the one before, and verifies it (spec {@code ledger.md}).
 *
 * <ol>
 *   <li>a line whose id is there already is not written again;
 *   <li>else read the last line, put its hash into the new one, append it at the next position;
 *   <li>when somebody else was faster, begin anew.
 * </ol>
 */
public final class LedgerChain {
    private static final int FORMAT = 1;
    private static final int BATCH = 1_000;

    private final ErasureLedger ledger;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * Makes a chain over a ledger.
     *
     * @param ledger where the lines are kept
     */
    public LedgerChain(ErasureLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Appends an entry once.
     *
     * @param id its id
     * @param at when
     * @param facts what it says, in order; no personal data
     * @return the hash of its line
     */
    public String append(String id, Instant at, Map<String, Object> facts) {
        while (true) {
            Optional<Line> known = ledger.find(id);
            if (known.isPresent()) {
                return hash(known.get());
            }
            Optional<Line> last = ledger.last();
            Line next = line(last, id, at, facts);
            if (ledger.append(next)) {
                return hash(next);
            }
        }
    }

    private Line line(Optional<Line> last, String id, Instant at, Map<String, Object> facts) {
        long position = last.map(line -> line.position() + 1).orElse(0L);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("v", FORMAT);
        entry.put("position", position);
        entry.put("previous", last.map(LedgerChain::hash).orElse(""));
        entry.put("id", id);
        entry.put("at", at.toString());
        entry.putAll(facts);
        return new Line(position, id, mapper.writeValueAsBytes(entry));
    }

    /**
     * Returns how far the ledger goes.
     *
     * @return its number of lines and the hash of the last
     */
    public Epoch head() {
        return ledger.last()
                .map(line -> new Epoch(line.position() + 1, hash(line)))
                .orElse(Epoch.NONE);
    }

    /**
     * Reads the lines after some beginning, each verified to follow the one before.
     *
     * @param from what was seen already
     * @param who who has seen it, for the message
     * @param each takes each entry
     * @return what is seen now
     * @throws LedgerBrokenException when a line was changed, left out or put in, or the ledger does not continue what was
     *     seen
     */
    public Epoch follow(Epoch from, String who, Consumer<LedgerEntry> each) {
        requireContinues(from, who);
        Epoch at = from;
        List<Line> lines;
        do {
            lines = ledger.lines(at.lines(), BATCH);
            for (Line line : lines) {
                if (!follows(line, at.lines(), at.head())) {
                    throw LedgerBrokenException.line(at.lines());
                }
                each.accept(LedgerEntry.of(line));
                at = new Epoch(at.lines() + 1, hash(line));
            }
        } while (lines.size() == BATCH);
        return at;
    }

    /**
     * Requires that the ledger begins with what somebody has seen.
     *
     * @param seen what was seen
     * @param who who has seen it, for the message
     * @throws LedgerBrokenException when it does not
     */
    public void requireContinues(Epoch seen, String who) {
        boolean continues = seen.lines() == 0
                || ledger.lines(seen.lines() - 1, 1).stream()
                        .anyMatch(line -> line.position() == seen.lines() - 1
                                && hash(line).equals(seen.head()));
        if (!continues) {
            throw LedgerBrokenException.notContinued(who, seen.lines());
        }
    }

    /**
     * Verifies the whole chain.
     *
     * @return how many lines it has
     * @throws LedgerBrokenException when a line was changed, left out or put in
     */
    public long verify() {
        return follow(Epoch.NONE, "nobody", entry -> {}).lines();
    }

    private boolean follows(Line line, long position, String previous) {
        JsonNode entry = mapper.readTree(line.entry());
        return line.position() == position
                && entry.path("position").asLong() == position
                && entry.path("id").asString("").equals(line.id())
                && entry.path("previous").asString("").equals(previous);
    }

    private static String hash(Line line) {
        return HexFormat.of().formatHex(sha256().digest(line.entry()));
    }

    /**
     * Returns a digest.
     *
     * @return SHA-256
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
