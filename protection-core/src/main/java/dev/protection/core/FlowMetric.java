package dev.protection.core;

/** What is counted about the flows. Tags name datasets, never people. */
enum FlowMetric {
    /** Persons whose values were opened, by dataset. */
    SUBJECTS_READ("protection.subjects.read", "Persons whose values were opened"),
    /** Refusals, by dataset. */
    REFUSED("protection.refused", "Operations that were refused");

    private final String id;
    private final String description;

    FlowMetric(String id, String description) {
        this.id = id;
        this.description = description;
    }

    String id() {
        return id;
    }

    String description() {
        return description;
    }
}
