package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.jdbc.sql.Catalogue;
import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says how ids of a column are written, so that {@code 7}, {@code "7"} and {@code 7.0} name one person. Asks the
 * catalogue once for each column: made anew when a definition changes.
 */
final class ColumnKinds {
    private final Catalogue catalogue;
    private final Map<String, Kind> known = new HashMap<>();

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
        Kind remembered = known.get(column);
        if (remembered != null) {
            return remembered;
        }
        Optional<Kind> found = TableName.of(dataset).in(catalogue).stream()
                .flatMap(table -> table.columns().stream())
                .filter(each -> each.name().equalsIgnoreCase(column))
                .map(ColumnKinds::of)
                .findFirst();
        found.ifPresent(kind -> known.put(column, kind));
        return found.orElse(Kind.TEXT);
    }

    static Kind of(Catalogue.Column column) {
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
