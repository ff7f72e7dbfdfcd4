package dev.protection.core.anomaly;

import dev.protection.Action;
import dev.protection.TenantId;
import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.FindingStore;
import dev.protection.anomaly.KeyedHash;
import dev.protection.anomaly.Location;
import dev.protection.anomaly.LocationResolver.Resolved;
import dev.protection.anomaly.Origin;
import dev.protection.anomaly.Response;
import dev.protection.anomaly.SecurityEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An engine, a clock, a few places, and a response that remembers. */
final class AnomalyFixture {
    static final TenantId TENANT = TenantId.of("page");
    static final Location HELSINKI = new Location(60.2, 24.9);
    static final Location ESPOO = new Location(60.2, 24.7);
    static final Location TOKYO = new Location(35.7, 139.7);

    final FindingStore store;
    final List<Finding> responses = new ArrayList<>();
    final List<Finding> undone = new ArrayList<>();
    final AnomalyEngine engine;
    Instant now = Instant.parse("2026-03-02T08:00:00Z");

    AnomalyFixture() {
        this(AnomalySettings.defaults(), new InMemoryFindingStore());
    }

    AnomalyFixture(AnomalySettings settings, FindingStore store) {
        this.store = store;
        this.engine = new AnomalyEngine(
                settings, new Origins(new byte[32], AnomalyFixture::resolve), store, List.of(remembering()), () -> now);
    }

    private static Resolved resolve(String address) {
        Map<String, Location> places = Map.of("he", HELSINKI, "es", ESPOO, "to", TOKYO);
        Set<Origin.Trait> traits = address.endsWith("vpn")
                ? Set.of(Origin.Trait.VPN)
                : address.endsWith("hub") ? Set.of(Origin.Trait.HUB) : Set.of();
        return new Resolved(Optional.ofNullable(places.get(address.substring(0, 2))), traits);
    }

    private Response remembering() {
        return new Response() {
            @Override
            public void respond(Finding finding) {
                responses.add(finding);
            }

            @Override
            public void undo(Finding finding) {
                undone.add(finding);
            }
        };
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    void signIn(String account, boolean succeeded, String address, String device) {
        Optional<String> token = device.isEmpty() ? Optional.empty() : Optional.of(device);
        engine.observe(new SecurityEvent.SignIn(now, TENANT, account, succeeded, engine.origin(address, token)));
    }

    void session(String account, String session, SecurityEvent.Session.Phase phase, String address) {
        KeyedHash hash = new KeyedHash(session.repeat(32));
        engine.observe(
                new SecurityEvent.Session(now, TENANT, account, hash, phase, engine.origin(address, Optional.empty())));
    }

    void opened(String actor, long subjects) {
        engine.observe(new SecurityEvent.Opened(now, TENANT, actor, Action.READ, "contact", subjects));
    }

    void refused(String actor) {
        engine.observe(new SecurityEvent.Refused(now, TENANT, actor, Action.READ, "contact", "NO_GRANT"));
    }

    List<Finding> findings(FindingRule rule) {
        return engine.findings(FindingQuery.all().rule(rule));
    }

    List<Finding> findings() {
        return engine.findings(FindingQuery.all());
    }
}
