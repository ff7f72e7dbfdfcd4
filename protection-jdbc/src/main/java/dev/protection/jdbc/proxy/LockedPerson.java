package dev.protection.jdbc.proxy;

import dev.protection.SubjectRef;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.store.RecordedChange;

/**
 * The one person whose rows a change of PostgreSQL means, as a predicate: they are this person's exactly, whatever the
 * columns' collations take for the same, and nothing stands against the change.
 *
 * @param subject the person
 */
record LockedPerson(SubjectRef subject) {
    private static final String IS = " OPERATOR(pg_catalog.=) ";

    void render(PhysicalText text, Occurrence occurrence) {
        text.add(" AND ").add(RecordedChange.ALLOWED);
        Occurrence.Person person = occurrence.person().orElseThrow();
        is(text, WithheldPersons.written(person.reference(), person.column(), Dialect.POSTGRESQL), subject.id());
        if (!(occurrence.dataset().tenant() instanceof TenantPath.Fixed)) {
            Occurrence.Tenant tenant = occurrence.tenant().orElseThrow();
            String written = WithheldPersons.written(tenant.reference(), tenant.column(), Dialect.POSTGRESQL);
            is(text, written, subject.tenant().value());
        }
    }

    private static void is(PhysicalText text, String written, String value) {
        text.add(" AND ").add(written).add(IS).parameter((statement, index) -> statement.setString(index, value));
    }
}
