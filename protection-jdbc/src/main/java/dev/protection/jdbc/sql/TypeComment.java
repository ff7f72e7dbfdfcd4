package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.ColumnType.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an encrypted column's comment: the type that its definition gave it, {@code [protected: varchar(40)]}. The
 * comment stays with the column, whoever made it, and goes into dumps of the schema.
 */
public final class TypeComment {
    private static final Pattern MARK =
            Pattern.compile("(?s)(.*?) ?\\[protected: ([a-z]+)(?:\\(([0-9]{1,9})(?:,([0-9]{1,9}))?\\))?"
                    + "(?: of ([^ \\]]*)(?: by ([^ \\]]+))?)?]");

    private TypeComment() {}

    /**
     * Reads the type from a column's comment.
     *
     * @param comment the whole comment
     * @return empty when it names none
     */
    public static Optional<ColumnType> type(String comment) {
        Matcher mark = MARK.matcher(comment);
        if (!mark.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ColumnType(
                    Kind.valueOf(mark.group(2).toUpperCase(Locale.ROOT)),
                    mark.group(3) == null ? ColumnType.UNLIMITED : Integer.parseInt(mark.group(3)),
                    mark.group(4) == null ? 0 : Integer.parseInt(mark.group(4)),
                    listed(mark)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<ListedValues> listed(Matcher mark) {
        return Optional.ofNullable(mark.group(5))
                .map(texts -> ListedValues.read(texts, mark.group(6) == null ? "" : mark.group(6)));
    }

    /**
     * Tells whether a comment names a type, understood or not.
     *
     * @param comment the whole comment
     * @return true also for a type that only a later version knows
     */
    public static boolean marked(String comment) {
        return comment.contains("[protected: ");
    }

    /**
     * Returns the application's own part of a comment.
     *
     * @param comment the whole comment
     * @return without the type
     */
    public static String withoutType(String comment) {
        Matcher mark = MARK.matcher(comment);
        return mark.matches() ? mark.group(1) : comment;
    }

    /**
     * Writes a type as it stands in a comment.
     *
     * @param type the type
     * @return for example {@code numeric(12,2)}
     */
    public static String name(ColumnType type) {
        String sizes = type.scale() > 0 ? "," + type.scale() : "";
        return type.kind().name().toLowerCase(Locale.ROOT) + (type.limited() ? "(" + type.length() + sizes + ")" : "");
    }

    static String mark(ColumnType type) {
        return "[protected: " + name(type)
                + type.listed().map(ListedValues::mark).orElse("") + "]";
    }

    /** A literal of comment and type. */
    static String literal(ColumnType type, String own, Dialect dialect) {
        boolean backslash = dialect == Dialect.POSTGRESQL && own.indexOf('\\') >= 0;
        String text = own.isEmpty() ? mark(type) : own + " " + mark(type);
        return (backslash ? "E'" : "'") + (backslash ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
    }

    /** The same from the application's literal as it is written, with any way of quoting. */
    static String extended(ColumnType type, String literal) {
        int end = literal.startsWith("$") ? literal.length() - literal.indexOf('$', 1) - 1 : literal.length() - 1;
        return literal.substring(0, end) + " " + mark(type) + literal.substring(end);
    }

    /** The statement that gives a column its comment. */
    static String statement(String table, String column, String literal) {
        return "COMMENT ON COLUMN " + table + "." + column + " IS " + literal;
    }

    /** PostgreSQL: the same for a new table's column that has none: another session's table keeps its own. */
    static String unlessThere(String table, String column, ColumnType type) {
        String relation = "'" + table.replace("'", "''") + "'::regclass";
        return "DO $protected$ BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_description d"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid"
                + " WHERE d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = " + relation
                + " AND a.attname = " + name(column) + ") THEN "
                + statement(table, column, literal(type, "", Dialect.POSTGRESQL)) + "; END IF; END $protected$";
    }

    private static String name(String column) {
        boolean quoted = column.startsWith("\"");
        String bare = quoted ? column.substring(1, column.length() - 1).replace("\"\"", "\"") : column;
        return "'" + (quoted ? bare : Dialect.POSTGRESQL.fold(bare)).replace("'", "''") + "'";
    }
}
