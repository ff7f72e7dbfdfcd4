package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.Optional;

/** A protected row as some part of a statement sees it: can say how its tenant and person are written there. */
interface Source {
    /** The number of its {@link Occurrence}. */
    int number();

    ProtectedTable table();

    /** How its columns are qualified where it is visible. */
    String qualifier();

    /** The name of an indexed field's helper column where this source is visible; it may be added further inside. */
    String termName(Field field);

    /** Whether its cells and owners come as text, packed by {@link GroupSource}. */
    default boolean packed() {
        return false;
    }

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
