package dev.protection.spring.actuate;

import dev.protection.Field;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.core.Protection;
import dev.protection.core.Vitals;
import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** The state of the controls, for the data protection officer alone. Only over the web, where it is known who asks. */
@WebEndpoint(id = "protection")
final class ProtectionEndpoint {
    private static final int FORBIDDEN = 403;
    private static final Duration FINDINGS = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final List<Integer> AGES = List.of(30, 90, 365);

    private final Protection protection;
    private final String role;
    private final InstantSource clock;

    ProtectionEndpoint(Protection protection, String role, InstantSource clock) {
        this.protection = protection;
        this.role = role;
        this.clock = clock;
    }

    @ReadOperation
    WebEndpointResponse<Map<String, Object>> protection(SecurityContext asking) {
        if (asking.getPrincipal() == null || !asking.isUserInRole(role)) {
            return new WebEndpointResponse<>(Map.of("error", "only the role " + role + " may read this"), FORBIDDEN);
        }
        return new WebEndpointResponse<>(state());
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("declaration", protection.dataMap().hash());
        state.put("datasets", datasets());
        if (protection instanceof Vitals.Holder holder) {
            Vitals vitals = holder.vitals();
            state.put("keys", keys(vitals));
            state.put("holdsInForce", vitals.holdsInForce());
            state.put("requestsDue", vitals.requestsDue(clock.instant()));
            state.put(
                    "log",
                    Map.of("size", vitals.logSize(), "anchored", vitals.anchoredSize(), "anchors", vitals.anchors()));
        }
        state.put(
                "standingFindings",
                protection.standingFindings().stream().map(Object::toString).toList());
        state.put("findings", findings());
        state.put("measures", measures());
        return state;
    }

    /** Those of persons by how long ago they were created: what a rotation would have to renew. */
    private Map<String, Long> keys(Vitals vitals) {
        Instant now = clock.instant();
        Map<String, Long> keys = new LinkedHashMap<>();
        keys.put("tenants", (long) vitals.tenantsWithKeys());
        // A key made in this very moment counts too.
        keys.put("inUse", vitals.keysBefore(now.plus(AHEAD)));
        AGES.forEach(
                days -> keys.put("olderThan" + days + "Days", vitals.keysBefore(now.minus(Duration.ofDays(days)))));
        return keys;
    }

    private Map<String, Object> datasets() {
        Map<String, Object> datasets = new TreeMap<>();
        protection
                .dataMap()
                .datasets()
                .values()
                .forEach(dataset -> datasets.put(
                        dataset.name(),
                        Map.of(
                                "mode", dataset.mode().name().toLowerCase(Locale.ROOT),
                                "fields", dataset.fields().size(),
                                "encrypted",
                                        dataset.fields().values().stream()
                                                .filter(Field::encrypt)
                                                .count())));
        return datasets;
    }

    private Map<String, Long> findings() {
        return protection
                .anomaly()
                .findings(FindingQuery.all().since(clock.instant().minus(FINDINGS)))
                .stream()
                .filter(finding -> finding.withdrawn().isEmpty())
                .map(Finding::rule)
                .collect(Collectors.groupingBy(Enum::name, TreeMap::new, Collectors.counting()));
    }

    private Map<String, Long> measures() {
        MeasuresReport report = protection.measures().report(clock.instant());
        Map<String, Long> counts = new TreeMap<>();
        Arrays.stream(MeasureStatus.values()).forEach(status -> counts.put(status.name(), report.count(status)));
        return counts;
    }
}
