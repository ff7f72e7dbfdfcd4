package dev.protection.spring.jdbc;

import dev.protection.StandingFinding;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is weaker than it should be in the application around the library. Safe for use by several threads. */
final class HostFindings {
    private final List<StandingFinding> found = new CopyOnWriteArrayList<>();

    void add(StandingFinding finding) {
        found.add(finding);
    }

    List<StandingFinding> all() {
        return List.copyOf(found);
    }
}
