package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps in subject_withheld and subject_consent what statements that read join with: one row for each person and use, so
 * that the first is empty while nobody is concerned. They say the same as subject_state, in whose transaction they are
 * changed.
 */
final class WithheldSql {
    private static final String PERSON = " kind = ? AND tenant = ? AND id = ?";

    private final SqlSession session;

    WithheldSql(SqlSession session) {
        this.session = session;
    }

    boolean any(String kind, String use) throws SQLException {
        return session.first(
                        "SELECT 1 FROM protection.subject_withheld WHERE kind = ? AND purpose = ? LIMIT 1",
                        row -> true,
                        kind,
                        use)
                .isPresent();
    }

    /** Under the person's exclusive lock. */
    void replace(SubjectState before, SubjectState after) throws SQLException {
        SubjectRef subject = after.subject();
        if (!after.consents().equals(before.consents())) {
            remove("subject_consent", subject);
            insertConsents(after);
        }
        Set<String> wanted = uses(after);
        if (wanted.equals(uses(before))) {
            return;
        }
        remove("subject_withheld", subject);
        List<Object[]> rows = new ArrayList<>();
        wanted.forEach(use ->
                rows.add(new Object[] {subject.kind(), use, subject.tenant().value(), subject.id()}));
        session.batch("INSERT INTO protection.subject_withheld (kind, purpose, tenant, id) VALUES (?, ?, ?, ?)", rows);
    }

    private void insertConsents(SubjectState state) throws SQLException {
        SubjectRef subject = state.subject();
        List<Object[]> rows = new ArrayList<>();
        state.consents()
                .forEach((purpose, until) -> rows.add(new Object[] {
                    subject.kind(), purpose, subject.tenant().value(), subject.id(), until.toEpochMilli()
                }));
        session.batch(
                "INSERT INTO protection.subject_consent (kind, purpose, tenant, id, ends_at) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    void remove(SubjectRef subject) throws SQLException {
        remove("subject_withheld", subject);
        remove("subject_consent", subject);
    }

    private void remove(String table, SubjectRef subject) throws SQLException {
        session.update(
                "DELETE FROM protection." + table + " WHERE" + PERSON,
                subject.kind(),
                subject.tenant().value(),
                subject.id());
    }

    private static Set<String> uses(SubjectState state) {
        Set<String> uses = new TreeSet<>(state.objections());
        if (state.restricted()) {
            uses.add(SubjectStates.RESTRICTED);
        }
        return uses;
    }
}
