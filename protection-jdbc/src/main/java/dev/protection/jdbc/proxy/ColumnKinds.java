package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.jdbc.sql.Catalogue;
import java.sql.Types;
import java.util.Locale;

/** Says how ids of a column are written, so that {@code 7}, {@code "7"} and {@code 7.0} name one person. */
final class ColumnKinds {
    private final Catalogue catalogue;

    ColumnKinds(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** How ids are written. */
    enum Kind {
        NUMBER,
        UUID,
        TEXT
    }

    Kind kind(Dataset dataset, String column) {
        return TableName.of(dataset).in(catalogue).stream()
                .flatMap(found -> found.columns().stream())
                .filter(each -> each.name().equalsIgnoreCase(column))
                .map(ColumnKinds::of)
                .findFirst()
                .orElse(Kind.TEXT);
    }

    private static Kind of(Catalogue.Column column) {
        if ("uuid".equals(column.typeName().toLowerCase(Locale.ROOT))) {
            return Kind.UUID;
        }
        return switch (column.jdbcType()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }
}
