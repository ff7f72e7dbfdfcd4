package dev.protection.spring.jdbc;

import dev.protection.core.Protection;

/** Tells the development profile from production. */
final class Development {
    private static final String FINDING = "DEVELOPMENT_PROFILE";

    private Development() {}

    static boolean is(Protection protection) {
        return protection.standingFindings().stream()
                .anyMatch(finding -> finding.code().equals(FINDING));
    }
}
