package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditStore.OutboxEvent;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * One statement of PostgreSQL that locks a person's state, changes the person's rows and stores the event, all of it or,
 * unless nothing stands against changes of the person's data, nothing.
 *
 * <p>The state is locked first: {@link #ALLOWED}, which the change has to carry in its condition, does not look at rows,
 * so it is answered before any row is looked for. A lock that waited sees the state as it is then. A state that is
 * missing, or that says anything, lets nothing happen; why is for the caller to find out.
 */
public final class RecordedChange {
    /** What the change has to have in its condition. */
    public static final String ALLOWED = "EXISTS (SELECT 1 FROM __p_state)";

    private static final String BEFORE = "WITH __p_state AS MATERIALIZED (SELECT 1 FROM protection.subject_state"
            + " WHERE tenant = ? AND kind = ? AND id = ? AND phase = 'ACTIVE' AND NOT restricted AND objections = ''"
            + " AND holds = 0 FOR SHARE), __p_changed AS (";
    private static final String AFTER =
            "\nRETURNING 1), __p_event AS (INSERT INTO protection.outbox (id, at, node, event)"
                    + " SELECT CAST(? AS bytea), CAST(? AS timestamp), CAST(? AS varchar), CAST(? AS bytea)"
                    + " WHERE EXISTS (SELECT 1 FROM __p_changed)) SELECT count(*) FROM __p_changed";
    private static final int LOCKED_BY = 3;

    private RecordedChange() {}

    /**
     * Puts the lock and the record around a change.
     *
     * @param change an UPDATE or DELETE without RETURNING, with {@link #ALLOWED} in its condition
     * @return a query of one number, the rows changed
     */
    public static String around(String change) {
        return BEFORE + change + AFTER;
    }

    /**
     * Binds what stands before the change.
     *
     * @param statement a statement of {@link #around}
     * @param subject the person
     * @return how many parameters that were
     * @throws SQLException when the driver refuses a value
     */
    public static int bindBefore(PreparedStatement statement, SubjectRef subject) throws SQLException {
        SqlValues.bind(statement, subject.tenant().value(), subject.kind(), subject.id());
        return LOCKED_BY;
    }

    /**
     * Binds what stands behind the change.
     *
     * @param statement a statement of {@link #around}
     * @param from the number of the first parameter behind the change, from 1
     * @param event what is stored
     * @param node the name of this node
     * @throws SQLException when the driver refuses a value
     */
    public static void bindAfter(PreparedStatement statement, int from, OutboxEvent event, String node)
            throws SQLException {
        SqlValues.bindFrom(statement, from, event.id(), event.at(), node, event.event());
    }
}
