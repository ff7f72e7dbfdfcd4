package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans changes of single columns. The type of an encrypted column may change where the declared type still holds its
 * values: the cells stay as they are, at most the room for them grows.
 */
final class AlterColumnPlanner {
    private final DeclaredColumns columns;
    private final Edits edits;
    private final String sql;
    private final ColumnTypes types;

    AlterColumnPlanner(DeclaredColumns columns, Edits edits, String sql, ColumnTypes types) {
        this.columns = columns;
        this.edits = edits;
        this.sql = sql;
        this.types = types;
    }

    /** {@code ALTER [COLUMN] x ..}. */
    void alter(TokenList action) {
        TokenList column = named(action);
        Optional<Field> field = columns.encrypted(column.get(0));
        if (column.words(1, "rename", "to")) {
            requireFree(column.get(0));
            requireFree(column.get(3));
        } else if (field.isEmpty()) {
            columns.refuseIn(column, SqlRefusal.ALTER);
        } else if (column.words(1, "set", "data", "type")) {
            retype(column, 4, field.get());
        } else if (column.get(1).word("type")) {
            retype(column, 2, field.get());
        } else if (columns.dialect() == Dialect.H2
                && LogicalType.holds(field.get().type(), column.get(1))) {
            redefine(column, field.get());
        } else if (!keepsType(column.from(1))) {
            throw SqlRefusal.ALTER.at(action.get(0).start());
        }
    }

    /** A cell is NULL exactly when its value is. */
    private static boolean keepsType(TokenList rest) {
        boolean nullable = rest.words(0, "set", "not", "null") || rest.words(0, "drop", "not", "null");
        return (nullable && rest.size() == 3)
                || (rest.words(0, "set", "null") && rest.size() == 2)
                || (rest.words(0, "drop", "default") && rest.size() == 2)
                || (rest.words(0, "set", "default", "null") && rest.size() == 3);
    }

    private void retype(TokenList column, int at, Field field) {
        if (!LogicalType.holds(field.type(), column.get(at))) {
            throw SqlRefusal.ALTER.at(column.get(at).start());
        }
        int using = at;
        while (using < column.size() && !column.get(using).word("using")) {
            using++;
        }
        ColumnType type = ColumnTypeReader.read(column.between(at, using), sql, columns.dialect(), field);
        types.requireRoom(column.get(0), field, type);
        types.comment(
                column.get(0).span().of(sql), field, type.holding(type.listed().or(() -> types.listedBeside(field))));
        String stored = CellType.of(columns.dialect()).forColumn(type);
        edits.replace(column.from(at).span(), List.of(new Piece.Text(stored)));
    }

    private void redefine(TokenList column, Field field) {
        int end = ColumnDefinition.endOfType(column);
        ColumnType type = ColumnTypeReader.read(column.between(1, end), sql, columns.dialect(), field);
        types.requireRoom(column.get(0), field, type);
        ColumnDefinition definition = new ColumnDefinition(columns, edits, sql, false);
        types.listedBeside(field).ifPresent(list -> definition.listed(Map.of(field, list)));
        definition.redefine(column, field);
    }

    /** MariaDB's {@code MODIFY [COLUMN] x ..} and {@code CHANGE [COLUMN] x x ..}. */
    void modify(TokenList action) {
        TokenList column = named(action);
        if (action.get(0).word("change")) {
            boolean same = Folding.loosely(column.get(0).text())
                    .equals(Folding.loosely(column.get(1).text()));
            if (!same) {
                requireFree(column.get(0));
                requireFree(column.get(1));
            }
            column = column.from(1);
        }
        Optional<Field> field = columns.encrypted(column.get(0));
        if (field.isEmpty()) {
            columns.refuseIn(column, SqlRefusal.ALTER);
        } else if (LogicalType.holds(field.get().type(), column.get(1))) {
            redefine(column, field.get());
        } else {
            throw SqlRefusal.ALTER.at(column.get(1).start());
        }
    }

    private static TokenList named(TokenList action) {
        int at = action.get(1).word("column") ? 2 : 1;
        return action.from(action.words(at, "if", "exists") ? at + 2 : at);
    }

    /** {@code DROP [COLUMN] x}. */
    void drop(TokenList action) {
        requireFree(named(action).get(0));
    }

    /** {@code RENAME COLUMN x TO y}, or of a constraint or index. */
    void rename(TokenList action) {
        boolean other =
                Set.of("constraint", "index", "key").contains(action.get(1).text());
        TokenList column = named(action);
        if (!other && (!action.get(1).word("column") || !column.get(1).word("to"))) {
            throw SqlRefusal.ALTER.at(action.get(0).start());
        }
        if (!other) {
            requireFree(column.get(0));
            requireFree(column.get(2));
        }
    }

    /** A column that the declaration does not know may come, go and be renamed. */
    private void requireFree(Token name) {
        String loose = Folding.loosely(name.text());
        boolean declared = columns.required().contains(loose)
                || columns.dataset().key().stream().map(Folding::loosely).anyMatch(loose::equals);
        if (!name.name() || declared) {
            throw SqlRefusal.ALTER.at(name.start());
        }
    }
}
