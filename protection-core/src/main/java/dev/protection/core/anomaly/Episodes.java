package dev.protection.core.anomaly;

import dev.protection.TenantId;
import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/** Joins signals of one rule about one account or source into one finding, until it has been quiet for a while. */
final class Episodes {
    private static final int ID_DIGITS = 32;

    private final Duration quiet;
    private final BoundedTable<EpisodeKey, Finding> open;

    Episodes(AnomalySettings settings) {
        this.quiet = settings.quiet();
        this.open = new BoundedTable<>(settings.keys());
    }

    private record EpisodeKey(FindingRule rule, TenantId tenant, String who) {}

    /** Goes on with an episode that was begun before. */
    void resume(Finding finding) {
        open.put(new EpisodeKey(finding.rule(), finding.tenant(), finding.who()), finding);
    }

    /** The finding, when it is new or has doubled; what changes in between is not worth storing each time. */
    Optional<Finding> note(Signal signal, Instant at) {
        EpisodeKey key = new EpisodeKey(signal.rule(), signal.tenant(), signal.who());
        Finding before = open.find(key);
        Finding now = before == null || at.isAfter(before.lastAt().plus(quiet))
                ? begin(signal, at)
                : before.again(at, signal.facts());
        open.put(key, now);
        return Long.bitCount(now.count()) == 1 ? Optional.of(now) : Optional.empty();
    }

    private static Finding begin(Signal signal, Instant at) {
        return new Finding(
                id(signal, at),
                signal.rule(),
                signal.tenant(),
                signal.who(),
                at,
                at,
                1,
                new TreeMap<>(signal.facts()),
                signal.normal(),
                Optional.empty());
    }

    private static String id(Signal signal, Instant at) {
        String name = String.join("\n", signal.rule().name(), signal.tenant().value(), signal.who(), at.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
