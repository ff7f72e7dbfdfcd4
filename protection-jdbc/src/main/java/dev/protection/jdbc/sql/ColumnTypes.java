package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types that the encrypted columns of a table have by now, and the comments that say what they get. */
final class ColumnTypes {
    private final Optional<Catalogue.Table> table;
    private final String written;
    private final Dialect dialect;
    private final List<String> comments = new ArrayList<>();

    private ColumnTypes(Optional<Catalogue.Table> table, String written, Dialect dialect) {
        this.table = table;
        this.written = written;
        this.dialect = dialect;
    }

    static ColumnTypes of(List<Name> name, Declarations declarations, String sql) {
        Span span = new Span(
                name.get(0).span().start(), name.get(name.size() - 1).span().end());
        return new ColumnTypes(declarations.current(name), span.of(sql), declarations.dialect());
    }

    /** Whether the column is there. */
    boolean there(Field field) {
        return column(field).isPresent();
    }

    /** The type that a field's column has; empty when nobody said. */
    Optional<ColumnType> type(Field field) {
        return column(field).flatMap(column -> TypeComment.type(column.comment()));
    }

    private Optional<Catalogue.Column> column(Field field) {
        return table.stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> Folding.loosely(column.name()).equals(Folding.loosely(field.name())))
                .findFirst();
    }

    /** Refuses a type that may not hold the values that are there: they are sealed, the database cannot look. */
    void requireRoom(Token place, Field field, ColumnType type) {
        boolean holds = type(field).map(present -> type.holds(present, dialect)).orElse(true);
        if (!holds) {
            throw SqlRefusal.NARROWED.at(place.start());
        }
    }

    /** Has a column's comment say a type; the application's own part of it stays. */
    void comment(String column, Field field, ColumnType type) {
        String own = column(field)
                .map(found -> TypeComment.withoutType(found.comment()))
                .orElse("");
        if (table.isPresent()) {
            comments.add(TypeComment.statement(written, column, TypeComment.literal(type, own, dialect)));
        }
    }

    List<String> comments() {
        return List.copyOf(comments);
    }
}
