package dev.protection.jdbc.proxy;

import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.core.flow.Withheld;
import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.store.WithheldTable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The persons whose rows a statement may not reach, as a predicate: whoever has a row for one of the uses in the library's
 * own table, and whoever has none in that of the consents where the purpose needs it. Ids are compared as they are written
 * there, character by character, whatever the column's collation.
 *
 * @param who which persons
 * @param table where they stand; null where nothing is sent
 */
record WithheldPersons(Withheld who, @Nullable WithheldTable table) {
    static final WithheldPersons NOBODY = new WithheldPersons(Withheld.NOBODY, null);

    boolean leavesOut() {
        return !who.isEmpty();
    }

    void render(PhysicalText text, Occurrence occurrence) {
        if (!leavesOut()) {
            return;
        }
        WithheldTable where = Objects.requireNonNull(table);
        Occurrence.Person person =
                occurrence.person().orElseThrow(() -> RowWithoutOwner.unreachable(occurrence.dataset()));
        if (!who.uses().isEmpty()) {
            text.add(" AND NOT EXISTS (SELECT 1 FROM ").add(where.name()).add(" __p_w WHERE __p_w.kind = ");
            bound(text, occurrence.dataset().subject().kind());
            String separator = " AND __p_w.purpose IN (";
            for (String use : who.uses()) {
                bound(text.add(separator), use);
                separator = ", ";
            }
            same(text.add(")"), occurrence, person, where.dialect());
        }
        who.consent().ifPresent(purpose -> {
            text.add(" AND EXISTS (SELECT 1 FROM ").add(where.consents()).add(" __p_w WHERE __p_w.kind = ");
            bound(text, occurrence.dataset().subject().kind());
            bound(text.add(" AND __p_w.purpose = "), purpose);
            long now = who.at().toEpochMilli();
            text.add(" AND __p_w.ends_at > ").parameter((statement, index) -> statement.setLong(index, now));
            same(text, occurrence, person, where.dialect());
        });
    }

    private static void same(PhysicalText text, Occurrence occurrence, Occurrence.Person person, Dialect dialect) {
        text.add(" AND __p_w.tenant = ");
        tenant(text, occurrence, dialect);
        text.add(" AND __p_w.id = ")
                .add(written(person.reference(), person.column(), dialect))
                .add(")");
    }

    private static void tenant(PhysicalText text, Occurrence occurrence, Dialect dialect) {
        Optional<TenantId> fixed = occurrence.dataset().tenant() instanceof TenantPath.Fixed path
                ? Optional.of(path.tenant())
                : Optional.empty();
        if (fixed.isPresent()) {
            bound(text, fixed.get().value());
        } else {
            Occurrence.Tenant column = occurrence.tenant().orElseThrow();
            text.add(written(column.reference(), column.column(), dialect));
        }
    }

    private static void bound(PhysicalText text, String value) {
        text.parameter((statement, index) -> statement.setString(index, value));
    }

    /** An id as states name it: whole numbers in decimal digits, UUIDs in lower case, text as it is. */
    static String written(String reference, Catalogue.Column column, Dialect dialect) {
        String value = ColumnKinds.of(column) == ColumnKinds.Kind.NUMBER
                ? "CAST(" + reference + " AS DECIMAL(38, 0))"
                : reference;
        return switch (dialect) {
            case H2 -> "CAST(" + value + " AS VARCHAR)";
            // unlike a cast, which strips CHAR of its blanks
            case POSTGRESQL -> "pg_catalog.concat(" + value + ") COLLATE \"C\"";
            case MARIADB -> "CONVERT(" + value + " USING utf8mb4) COLLATE utf8mb4_nopad_bin";
        };
    }
}
