package dev.protection.core.config;

import dev.protection.Problem;
import dev.protection.StandingFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a profile lets be defaulted, and what it refuses. */
public final class ProfileRules {
    /** The root key of the development profile when none is named. */
    public static final String DEVELOPMENT_ROOT_KEY = "file:.protection/root.json";

    /** The anchor of the development profile when none is named. */
    public static final String DEVELOPMENT_ANCHOR = "file:.protection/anchor";

    private static final int DIGEST_BYTES = 8;

    private ProfileRules() {}

    /**
     * Returns what production still lacks.
     *
     * @param configuration what the file says
     * @param supplied what comes from elsewhere: the builder, or for {@link StatePlace#DATA} the driver's inner URL
     * @return a problem for each place not named; empty in the development profile
     */
    public static List<Problem> missingForProduction(Configuration configuration, Set<StatePlace> supplied) {
        if (configuration.profile() == Profile.DEVELOPMENT) {
            return List.of();
        }
        return Arrays.stream(StatePlace.values())
                .filter(place -> !supplied.contains(place) && !place.named(configuration))
                .map(place -> new Problem(
                        configuration.source() + " " + place.path(),
                        "is missing: name " + place.what() + ", or say 'profile: development' while developing"))
                .toList();
    }

    /**
     * Fills in what the development profile may default: the root key in a local file, keys and ledger next to the
     * data, the anchor in a local folder. Production is left as it is but for the data.
     *
     * @param configuration what the file says
     * @param inner the database that a driver was asked for; takes the place of {@code stores.data} when that is not said
     * @return the configuration to work with
     */
    public static Configuration completed(Configuration configuration, Optional<StoresDeclaration.Database> inner) {
        StoresDeclaration said = configuration.stores();
        Optional<StoresDeclaration.Database> data = said.data().or(() -> inner);
        if (configuration.profile() == Profile.PRODUCTION) {
            return configuration.with(
                    configuration.rootKey(), new StoresDeclaration(data, said.keys(), said.ledger(), said.anchor()));
        }
        List<String> anchor = said.anchor().isEmpty() ? List.of(developmentAnchor(data)) : said.anchor();
        return configuration.with(
                configuration.rootKey().or(() -> Optional.of(DEVELOPMENT_ROOT_KEY)),
                new StoresDeclaration(
                        data, said.keys().or(() -> data), said.ledger().or(() -> data), anchor));
    }

    /** Each database has its own, since one made anew begins a log of its own. */
    private static String developmentAnchor(Optional<StoresDeclaration.Database> data) {
        return data.map(database -> DEVELOPMENT_ANCHOR + "/" + digest(database.url()))
                .orElse(DEVELOPMENT_ANCHOR);
    }

    private static String digest(String url) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Returns everything that is weaker than the library's promises for as long as the configuration stays so.
     *
     * @param said what the file says
     * @param completed what {@link #completed} made of it
     * @param supplied what comes from the builder instead
     * @return the findings, in a fixed order
     */
    public static List<StandingFinding> findings(
            Configuration said, Configuration completed, Set<StatePlace> supplied) {
        return Arrays.stream(Weakness.values())
                .flatMap(weakness -> weakness.findings(new Weakness.Facts(said, completed, supplied)).stream())
                .toList();
    }
}
