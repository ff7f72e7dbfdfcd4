package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the constraints and keys of a protected table right on sealed values. */
final class ConstraintPlanner {
    private final DeclaredColumns columns;
    private final Edits edits;
    private final String sql;
    private final Map<Field, ListedValues> lists = new LinkedHashMap<>();

    ConstraintPlanner(DeclaredColumns columns, Edits edits, String sql) {
        this.columns = columns;
        this.edits = edits;
        this.sql = sql;
    }

    /** The texts that the constraints planned so far let encrypted columns hold. */
    Map<Field, ListedValues> lists() {
        return lists;
    }

    /** Whether an element of CREATE TABLE, or what follows ADD, is a constraint or key. */
    static boolean constraint(TokenList element, Dialect dialect) {
        return switch (element.get(0).text()) {
            case "constraint", "primary", "unique", "foreign", "check", "exclude" -> word(element);
            case "key", "index", "fulltext", "spatial" -> word(element) && dialect == Dialect.MARIADB;
            default -> false;
        };
    }

    private static boolean word(TokenList element) {
        return element.get(0).kind() == Token.Kind.WORD;
    }

    void plan(TokenList element) {
        int at = 0;
        if (element.get(0).word("constraint")) {
            boolean unnamed = element.get(1).kind() == Token.Kind.WORD
                    && constraint(element.from(1), Dialect.POSTGRESQL)
                    && !constraint(element.from(2), Dialect.POSTGRESQL);
            at = unnamed ? 1 : 2;
        }
        String name = at == 2 ? Folding.loosely(element.get(1).text()) : ListedValues.unnamed(columns.dialect());
        if (element.get(at).word("check") && listed(element.from(at), name)) {
            return;
        }
        boolean moves = element.get(at).word("unique")
                || element.get(at).word("key")
                || element.get(at).word("index");
        int open = element.indexOfSymbol("(", at);
        if (!moves || open < 0) {
            columns.refuseIn(element.from(at), SqlRefusal.INDEX);
            return;
        }
        int close = element.closing(open);
        columns.moveToHelpers(element.between(open + 1, close), element.get(at).word("unique"), edits);
        if (element.get(at).word("unique")) {
            columns.requireOneScope(element.between(open + 1, close));
        }
        columns.refuseIn(element.from(close + 1), SqlRefusal.INDEX);
    }

    /** {@code CHECK (x IN ('a', 'b'))} over an encrypted text. */
    private boolean listed(TokenList check, String name) {
        int open = 1;
        while (check.get(open).symbol("(")) {
            open++;
        }
        Token column = check.get(open);
        boolean whole = check.get(1).symbol("(") && check.closing(1) == check.size() - 1;
        Optional<Field> field = columns.encrypted(column).filter(found -> found.type() == FieldType.TEXT);
        if (!whole || field.isEmpty()) {
            return false;
        }
        Optional<Span> list = ValueList.in(check.from(1), column);
        Optional<List<String>> texts =
                list.isPresent() ? ValueList.texts(check.from(1), sql, columns.dialect()) : Optional.empty();
        boolean first =
                texts.isPresent() && lists.putIfAbsent(field.get(), new ListedValues(texts.get(), name)) == null;
        if (first) {
            edits.replace(list.get(), List.of(new Piece.Text(ValueList.ANYTHING)));
        }
        return first;
    }
}
