package dev.protection.core.anomaly;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Findings in memory, for tests and first steps: a restart forgets them. */
public final class InMemoryFindingStore implements FindingStore {
    private static final Comparator<Finding> NEWEST_FIRST =
            Comparator.comparing(Finding::lastAt).reversed().thenComparing(Finding::id);

    private final Map<String, Finding> findings = new ConcurrentHashMap<>();

    /** Makes an empty store. */
    public InMemoryFindingStore() {
        // Nothing to prepare.
    }

    @Override
    public void put(Finding finding) {
        findings.put(finding.id(), finding);
    }

    @Override
    public Optional<Finding> get(String id) {
        return Optional.ofNullable(findings.get(id));
    }

    @Override
    public List<Finding> find(FindingQuery query) {
        return findings.values().stream()
                .filter(query::matches)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
