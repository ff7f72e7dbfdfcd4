package dev.protection.jdbc.sql;

import java.util.Optional;

/** A protected row as some part of a statement sees it: can say how its tenant and person are written there. */
interface Source {
    /** The number of its {@link Occurrence}. */
    int number();

    ProtectedTable table();

    /** How tenant and person are written where this source is visible; may add hidden columns further inside. */
    Owner owner();

    /**
     * Expressions for whose row it is.
     *
     * @param tenant the tenant; empty for a fixed one
     * @param subject the person
     */
    record Owner(Optional<String> tenant, String subject) {}
}
