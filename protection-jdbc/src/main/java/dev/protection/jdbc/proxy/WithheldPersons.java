package dev.protection.jdbc.proxy;

import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Occurrence;
import dev.protection.jdbc.store.WithheldTable;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The persons whose rows a statement may not reach, as a predicate: whoever has a row for one of the uses in the library's
 * own table. Ids are compared as they are written there, character by character, whatever the column's collation.
 *
 * @param uses of which somebody is withheld; empty for nobody
 * @param table where they stand; null where nothing is sent
 */
record WithheldPersons(SortedSet<String> uses, @Nullable WithheldTable table) {
    static final WithheldPersons NOBODY = new WithheldPersons(new TreeSet<>(), null);

    boolean leavesOut() {
        return !uses.isEmpty();
    }

    void render(PhysicalText text, Occurrence occurrence) {
        if (!leavesOut()) {
            return;
        }
        WithheldTable where = Objects.requireNonNull(table);
        Occurrence.Person person =
                occurrence.person().orElseThrow(() -> RowWithoutOwner.unreachable(occurrence.dataset()));
        text.add(" AND NOT EXISTS (SELECT 1 FROM ").add(where.name()).add(" __p_w WHERE __p_w.kind = ");
        bound(text, occurrence.dataset().subject().kind());
        String separator = " AND __p_w.purpose IN (";
        for (String use : uses) {
            bound(text.add(separator), use);
            separator = ", ";
        }
        text.add(") AND __p_w.tenant = ");
        tenant(text, occurrence, where.dialect());
        text.add(" AND __p_w.id = ")
                .add(written(person.reference(), person.column(), where.dialect()))
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
    private static String written(String reference, Catalogue.Column column, Dialect dialect) {
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
