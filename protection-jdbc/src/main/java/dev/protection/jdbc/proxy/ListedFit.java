package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.ColumnType.Kind;
import dev.protection.jdbc.sql.Dialect;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.text.Normalizer;
import java.util.Locale;

/** What a product says of a text that is none of those which the column's type or constraint lists. */
final class ListedFit {
    private static final int TRUNCATED = 1265;
    private static final int CHECKED_MARIADB = 4025;
    private static final int CHECKED_H2 = 23_513;

    private ListedFit() {}

    static void require(String text, ColumnType type, Dialect dialect) throws SQLException {
        if (type.listed().orElseThrow().texts().contains(text)) {
            return;
        }
        boolean nearly = type.listed().get().texts().stream()
                .anyMatch(listed -> loosely(listed).equals(loosely(text)));
        if (nearly && dialect == Dialect.MARIADB) { // whose collation may take one for the other
            throw SqlErrors.of(JdbcRefusal.value(
                    "a text that is listed with other case, accents or blanks", "send it as it is listed."));
        }
        JdbcRefusal refusal = JdbcRefusal.unfit("is none of those that", type);
        if (type.kind() == Kind.ENUM) {
            throw new ColumnFit.UnfitValue(
                    refusal, dialect == Dialect.H2 ? "22030" : "01000", dialect == Dialect.H2 ? 22_030 : TRUNCATED);
        }
        throw new UnlistedValue(refusal, dialect);
    }

    private static String loosely(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }

    /** A value that the constraint does not list which is known of its column. */
    static final class UnlistedValue extends SQLIntegrityConstraintViolationException {
        private static final long serialVersionUID = 1L;

        UnlistedValue(JdbcRefusal refusal, Dialect dialect) {
            super(
                    refusal.getMessage(),
                    switch (dialect) {
                        case H2 -> "23513";
                        case POSTGRESQL -> "23514";
                        case MARIADB -> "23000";
                    },
                    dialect == Dialect.MARIADB ? CHECKED_MARIADB : dialect == Dialect.H2 ? CHECKED_H2 : 0,
                    refusal);
        }
    }
}
