package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.Search;
import dev.protection.SearchColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rewrites the definition of an encrypted column; what it cannot keep, it refuses. */
final class ColumnDefinition {
    private static final Set<String> MORE_OF_TYPE = Set.of(
            "varying",
            "precision",
            "large",
            "object",
            "unsigned",
            "signed",
            "with",
            "without",
            "time",
            "zone",
            "local");

    private final DeclaredColumns columns;
    private final Edits edits;
    private final String sql;
    private final boolean binaryTable;

    ColumnDefinition(DeclaredColumns columns, Edits edits, String sql, boolean binaryTable) {
        this.columns = columns;
        this.edits = edits;
        this.sql = sql;
        this.binaryTable = binaryTable;
    }

    void rewrite(TokenList element, Field field) {
        if (element.size() < 2) {
            throw SqlRefusal.SYNTAX.at(element.get(0).end());
        }
        int end = endOfType(element);
        String type = type(element.between(1, end), field);
        collation(element, field);
        Kept kept = kept(element, end, field);
        StringBuilder text = new StringBuilder(type).append(kept.attributes);
        List<SearchColumn> kinds = SearchColumn.of(field);
        if (kept.unique && !field.indexed()) {
            throw SqlRefusal.INDEX.at(element.get(end).start());
        }
        if (kept.unique && !UniqueScope.kept(columns.dataset(), List.of(field), false)) {
            throw SqlRefusal.UNIQUE_SCOPE.at(element.get(end).start());
        }
        for (SearchColumn kind : kinds) {
            text.append(", ").append(columns.helper(field, kind)).append(' ');
            text.append(CellType.of(columns.dialect()).forHelper(kind));
            text.append(kept.unique && kind == kinds.get(0) ? " UNIQUE" : "");
        }
        edits.replace(element.from(1).span(), List.of(new Piece.Text(text.toString())));
    }

    /** The same for a column that is there already: its helper column stays. */
    void redefine(TokenList element, Field field) {
        int end = endOfType(element);
        String type = type(element.between(1, end), field);
        collation(element, field);
        Kept kept = kept(element, end, field);
        if (kept.unique) {
            throw SqlRefusal.INDEX.at(element.get(end).start());
        }
        edits.replace(element.from(1).span(), List.of(new Piece.Text(type + kept.attributes)));
    }

    /** The same for a column that is added: returns how its helper columns are defined. */
    List<String> add(TokenList element, Field field) {
        int end = endOfType(element);
        Kept kept = kept(element, end, field);
        List<SearchColumn> kinds = SearchColumn.of(field);
        if (kept.unique && (kinds.isEmpty() || !UniqueScope.kept(columns.dataset(), List.of(field), false))) {
            throw SqlRefusal.INDEX.at(element.get(end).start());
        }
        String type = type(element.between(1, end), field);
        collation(element, field);
        edits.replace(element.from(1).span(), List.of(new Piece.Text(type + kept.attributes)));
        List<String> helpers = new ArrayList<>();
        for (SearchColumn kind : kinds) {
            String unique = kept.unique && helpers.isEmpty() ? " UNIQUE" : "";
            helpers.add(columns.helper(field, kind) + " "
                    + CellType.of(columns.dialect()).forHelper(kind) + unique);
        }
        return helpers;
    }

    /** What remains of a column's attributes. */
    private static final class Kept {
        private final StringBuilder attributes = new StringBuilder();
        private boolean unique;
    }

    private int endOfType(TokenList element) {
        int at = 2;
        boolean more = true;
        while (more) {
            if (element.get(at).symbol("(")) {
                at = element.closing(at) + 1;
            } else if (MORE_OF_TYPE.contains(element.get(at).text())) {
                at++;
            } else {
                more = false;
            }
        }
        return at;
    }

    /** MariaDB compares text by a collation; the index compares it exactly. */
    private void collation(TokenList element, Field field) {
        boolean matters = columns.dialect() == Dialect.MARIADB
                && (field.matched() || !SearchColumn.of(field).isEmpty())
                && field.type() == FieldType.TEXT
                && !field.index().exact();
        boolean ownCollation = element.anyWord("collate");
        boolean binary = ownCollation ? BinaryCollation.in(element, sql) : binaryTable;
        if (matters && !binary) {
            throw SqlRefusal.COLLATION.at(element.get(0).start());
        }
    }

    private Kept kept(TokenList element, int from, Field field) {
        Kept kept = new Kept();
        int at = from;
        while (at < element.size()) {
            at = element.get(at).word("check") ? check(element, at, field, kept) : attribute(element, at, kept);
        }
        return kept;
    }

    /** The values of an ENUM are texts; sorted they would be by their places in its list. */
    String type(TokenList type, Field field) {
        boolean listed = type.get(0).word("enum");
        if (listed && (field.type() != FieldType.TEXT || field.search().contains(Search.ORDER))) {
            throw SqlRefusal.DEFINITION.at(type.get(0).start());
        }
        return CellType.of(columns.dialect()).forColumn(type, sql);
    }

    /** Reads {@code CHECK (..)} and returns the index behind it. */
    private int check(TokenList element, int at, Field field, Kept kept) {
        boolean bracketed =
                field.type() == FieldType.TEXT && element.get(at + 1).symbol("(");
        int end = bracketed ? element.closing(at + 1) + 1 : at;
        if (!bracketed
                || ValueList.in(element.between(at + 1, end), element.get(0)).isEmpty()) {
            throw SqlRefusal.DEFINITION.at(element.get(at).start());
        }
        String column = element.get(0).span().of(sql);
        kept.attributes.append(" CHECK (" + column + " " + ValueList.ANYTHING + ")");
        return end;
    }

    /** Reads one attribute and returns the index behind it. */
    private int attribute(TokenList element, int at, Kept kept) {
        if (element.words(at, "not", "null")) {
            kept.attributes.append(" NOT NULL");
            return at + 2;
        }
        if (element.get(at).word("null")) {
            return at + 1;
        }
        if (element.words(at, "default", "null")) {
            return at + 2;
        }
        if (element.get(at).word("unique")) {
            kept.unique = true;
            return element.get(at + 1).word("key") ? at + 2 : at + 1;
        }
        if (element.get(at).word("collate")) {
            return at + 2;
        }
        if (element.words(at, "character", "set")) {
            return at + 3;
        }
        if (element.get(at).word("comment") && columns.dialect() == Dialect.MARIADB) {
            kept.attributes
                    .append(" COMMENT ")
                    .append(element.get(at + 1).span().of(sql));
            return at + 2;
        }
        throw SqlRefusal.DEFINITION.at(element.get(at).start());
    }
}
