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
    private final List<String> values = new ArrayList<>();

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

    /** The texts that a constraint beside a column lists, whatever becomes of its type. */
    Optional<ListedValues> listedBeside(Field field) {
        boolean own = dialect == Dialect.MARIADB;
        return type(field)
                .filter(type -> type.kind() != ColumnType.Kind.ENUM)
                .flatMap(ColumnType::listed)
                .filter(list -> !own || !list.constraint().isEmpty());
    }

    /** Has the comment say which texts a new constraint lists; refused where values could be there already. */
    void list(Field field, ListedValues list) {
        ColumnType present = type(field).filter(type -> type.listed().isEmpty()).orElseThrow(ColumnTypes::refused);
        String column = dialect.quote(column(field).orElseThrow().name());
        comments.add(commented(column, field, present.holding(Optional.of(list))));
        values.add("SELECT 1 FROM " + written + " WHERE " + column + " IS NOT NULL LIMIT 1");
    }

    private static SqlRefused refused() {
        return SqlRefusal.DEFINITION.at(0);
    }

    /** The comment of a column that stays as it is; MariaDB takes it with the definition alone. */
    private String commented(String column, Field field, ColumnType type) {
        Catalogue.Column present = column(field).orElseThrow();
        String literal = TypeComment.literal(type, TypeComment.withoutType(present.comment()), dialect);
        if (dialect != Dialect.MARIADB) {
            return TypeComment.statement(written, column, literal);
        }
        return "ALTER TABLE " + written + " MODIFY COLUMN " + column + " "
                + CellType.of(dialect).forColumn(type) + (present.nullable() ? "" : " NOT NULL") + " COMMENT "
                + literal;
    }

    /** Forgets the texts that a constraint lists when it goes. */
    void drop(TokenList action, DeclaredColumns columns) {
        boolean constraint = action.get(1).word("constraint") || action.get(1).word("check");
        Token name = action.get(action.words(2, "if", "exists") ? 4 : 2);
        if (!constraint || table.isEmpty()) {
            return;
        }
        for (Field field : columns.dataset().fields().values()) {
            Optional<ColumnType> type = type(field).filter(found -> found.kind() != ColumnType.Kind.ENUM);
            Optional<ListedValues> listed = type.flatMap(ColumnType::listed);
            if (listed.isPresent() && goes(listed.get(), field, name)) {
                String column = dialect.quote(column(field).orElseThrow().name());
                comments.add(commented(column, field, type.get().holding(Optional.empty())));
            }
        }
    }

    private boolean goes(ListedValues listed, Field field, Token name) {
        String made = table.orElseThrow().name() + "_" + field.name() + "_check";
        return listed.goesWith(Folding.loosely(name.text()), Folding.loosely(made), dialect)
                .orElseThrow(() -> SqlRefusal.ALTER.at(name.start()));
    }

    /** The queries whose rows say that values are there which nobody has compared with a new list. */
    List<String> values() {
        return List.copyOf(values);
    }

    List<String> comments() {
        return List.copyOf(comments);
    }
}
