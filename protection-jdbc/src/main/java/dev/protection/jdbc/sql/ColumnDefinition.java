package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.SearchColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Typed> typed = new ArrayList<>();
    private final Map<Field, ListedValues> listed = new HashMap<>();

    /**
     * A column and the type it was given.
     *
     * @param column its name as it is written
     * @param type the type
     */
    record Typed(String column, ColumnType type) {}

    ColumnDefinition(DeclaredColumns columns, Edits edits, String sql, boolean binaryTable) {
        this.columns = columns;
        this.edits = edits;
        this.sql = sql;
        this.binaryTable = binaryTable;
    }

    /** Says which texts constraints beside the columns let them hold. */
    void listed(Map<Field, ListedValues> lists) {
        listed.putAll(lists);
    }

    /** The columns rewritten so far whose type does not stand in the text itself. */
    List<Typed> typed() {
        return List.copyOf(typed);
    }

    void rewrite(TokenList element, Field field) {
        if (element.size() < 2) {
            throw SqlRefusal.SYNTAX.at(element.get(0).end());
        }
        int end = endOfType(element);
        Kept kept = kept(element, end, field);
        StringBuilder text = new StringBuilder(type(element, end, field, kept));
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
        Kept kept = kept(element, end, field);
        if (kept.unique) {
            throw SqlRefusal.INDEX.at(element.get(end).start());
        }
        edits.replace(element.from(1).span(), List.of(new Piece.Text(type(element, end, field, kept))));
    }

    /** The same for a column that is added: returns how its helper columns are defined. */
    List<String> add(TokenList element, Field field) {
        int end = endOfType(element);
        Kept kept = kept(element, end, field);
        List<SearchColumn> kinds = SearchColumn.of(field);
        if (kept.unique && (kinds.isEmpty() || !UniqueScope.kept(columns.dataset(), List.of(field), false))) {
            throw SqlRefusal.INDEX.at(element.get(end).start());
        }
        edits.replace(element.from(1).span(), List.of(new Piece.Text(type(element, end, field, kept))));
        List<String> helpers = new ArrayList<>();
        for (SearchColumn kind : kinds) {
            String unique = kept.unique && helpers.isEmpty() ? " UNIQUE" : "";
            helpers.add(columns.helper(field, kind) + " "
                    + CellType.of(columns.dialect()).forHelper(kind) + unique);
        }
        return helpers;
    }

    /** The binary type with what remains of the attributes, and the declared type as a comment where it can be one. */
    private String type(TokenList element, int end, Field field, Kept kept) {
        ColumnType written = ColumnTypeReader.read(element.between(1, end), sql, columns.dialect(), field);
        collation(element, field);
        List<ListedValues> lists = new ArrayList<>(kept.lists);
        written.listed().ifPresent(lists::add);
        Optional.ofNullable(listed.get(field)).ifPresent(lists::add);
        if (lists.size() > 1) {
            throw SqlRefusal.DEFINITION.at(element.get(0).start());
        }
        ColumnType type = written.holding(lists.stream().findFirst());
        String text = CellType.of(columns.dialect()).forColumn(type) + kept.attributes;
        if (columns.dialect() == Dialect.POSTGRESQL) {
            typed.add(new Typed(element.get(0).span().of(sql), type));
            return text + kept.checks;
        }
        return text + " COMMENT "
                + kept.comment
                        .map(comment -> TypeComment.extended(type, comment))
                        .orElseGet(() -> TypeComment.literal(type, "", columns.dialect()))
                + kept.checks;
    }

    /** What remains of a column's attributes. */
    private static final class Kept {
        private final StringBuilder attributes = new StringBuilder();
        private final StringBuilder checks = new StringBuilder();
        private final List<ListedValues> lists = new ArrayList<>();
        private Optional<String> comment = Optional.empty();
        private boolean unique;
    }

    /** The index behind the type that stands behind a column's name. */
    static int endOfType(TokenList element) {
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

    /** Reads {@code CHECK (..)} and returns the index behind it. */
    private int check(TokenList element, int at, Field field, Kept kept) {
        boolean bracketed =
                field.type() == FieldType.TEXT && element.get(at + 1).symbol("(");
        int end = bracketed ? element.closing(at + 1) + 1 : at;
        Optional<List<String>> texts = bracketed
                        && ValueList.in(element.between(at + 1, end), element.get(0))
                                .isPresent()
                ? ValueList.texts(element.between(at + 1, end), sql, columns.dialect())
                : Optional.empty();
        kept.lists.add(new ListedValues(
                texts.orElseThrow(() -> SqlRefusal.DEFINITION.at(element.get(at).start())), ""));
        String column = element.get(0).span().of(sql);
        kept.checks.append(" CHECK (" + column + " " + ValueList.ANYTHING + ")");
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
        boolean comment = element.get(at).word("comment")
                && element.get(at + 1).kind() == Token.Kind.STRING
                && columns.dialect() != Dialect.POSTGRESQL;
        if (comment) {
            kept.comment = Optional.of(element.get(at + 1).span().of(sql));
            return at + 2;
        }
        throw SqlRefusal.DEFINITION.at(element.get(at).start());
    }
}
