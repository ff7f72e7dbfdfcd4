package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.TypeComment;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says which types the definitions of the tables gave encrypted columns. Asks the catalogue once for each column: made
 * anew when a definition changes.
 */
final class DeclaredTypes {
    private final Catalogue catalogue;
    private final Map<FieldUse, ColumnType> known = new HashMap<>();

    DeclaredTypes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ColumnType of(FieldUse use) throws SQLException {
        ColumnType remembered = known.get(use);
        if (remembered != null) {
            return remembered;
        }
        return remember(use, table(use.dataset(), false));
    }

    /** The same, asked again: another session may have widened the column. */
    ColumnType now(FieldUse use) throws SQLException {
        return remember(use, table(use.dataset(), true));
    }

    private ColumnType remember(FieldUse use, Optional<Catalogue.Table> table) throws SQLException {
        ColumnType type = read(use.field(), table);
        known.put(use, type);
        return type;
    }

    private Optional<Catalogue.Table> table(Dataset dataset, boolean again) throws SQLException {
        TableName name = TableName.of(dataset);
        try {
            return again ? catalogue.current(name.schema(), name.name()) : name.in(catalogue);
        } catch (JdbcCatalogue.CatalogueFailure failure) {
            throw failure.failure();
        }
    }

    private static ColumnType read(Field field, Optional<Catalogue.Table> table) throws SQLException {
        String comment = table.stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> column.name().equalsIgnoreCase(field.name()))
                .map(Catalogue.Column::comment)
                .findFirst()
                .orElse("");
        if (!field.encrypt() || !TypeComment.marked(comment)) {
            return ColumnType.undeclared(field.type());
        }
        return TypeComment.type(comment)
                .filter(type -> type.field() == field.type())
                .orElseThrow(() -> SqlErrors.of(JdbcRefusal.columnType(field.name())));
    }
}
