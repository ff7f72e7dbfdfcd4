package dev.protection.jdbc.sql;

/**
 * Every reason for which a statement is refused. The page {@code spec/sql.md} lists the same codes.
 *
 * <p>Codes are stable; texts may improve.
 */
public enum SqlRefusal {
    /** Text over 128 KB. */
    TEXT_TOO_LONG("it is longer than 128 KB", "send it in parts, values as parameters"),
    /** Over 20,000 tokens. */
    TOO_MANY_TOKENS("it has more than 20,000 tokens", "send it in parts, as a batch"),
    /** Brackets or operators nested over 200 levels. */
    TOO_DEEP("it is nested deeper than 200 levels", "flatten the expression"),
    /** Text that cannot be cut into tokens. */
    NOT_TOKENS("its text cannot be cut into tokens here", "correct the literal, comment or character"),
    /** MariaDB's {@code /*! .. *}{@code /}. */
    EXECUTABLE_COMMENT("it holds an executable comment", "write the statement without it"),
    /** Identifiers or texts written {@code U&..}. */
    UNICODE_ESCAPE("it holds a name or text with Unicode escapes", "write the characters themselves"),
    /** A JDBC escape other than date, time and timestamp literals. */
    JDBC_ESCAPE("it holds a JDBC escape that is not understood", "write it in the database's own SQL"),
    /** {@code ?1}, {@code $1} or a variable of the session. */
    NUMBERED_PARAMETER("it holds a numbered parameter or a session variable", "use plain ? parameters"),
    /** More than one statement in a text. */
    SEVERAL_STATEMENTS("it holds several statements", "send one statement at a time"),
    /** A kind of statement that is not known. */
    STATEMENT("this kind of statement is not offered on protected tables", "use SELECT, INSERT, UPDATE or DELETE"),
    /** Syntax that is not known. */
    SYNTAX("its syntax is not understood here", "write it in a simpler form"),
    /** Functions that run a text or read a table by its name. */
    RUNS_TEXT(
            "it calls a function that runs SQL text or reads tables by name",
            "name the tables in the statement itself"),
    /** A session whose settings change what its texts mean. */
    MODE(
            "the session's settings (SQL mode, H2 MODE, NON_KEYWORDS, collation) give it a meaning that is not followed",
            "connect with the database's usual settings"),
    /** {@code SELECT INTO}. */
    SELECT_INTO("it stores a query's result", "read the rows, then insert them"),
    /** A table that the database does not have. */
    TABLE_UNKNOWN("the database has no such table, or not the declared columns", "create the table as declared"),
    /** A table that was made, or changed, past the library. */
    PLAIN_COLUMN(
            "a column that is declared encrypted has the type of plain values",
            "start the application again: it prints the statements that change the table"),
    /** A common table named as a protected table, where the database prefers the table. */
    COMMON_TABLE(
            "a common table has the name of a protected table, which the database prefers",
            "give the common table another name"),
    /** A name that could mean more than one column. */
    COLUMN_UNKNOWN("a column cannot be resolved to one table", "qualify the column with its table's alias"),
    /** A view over a protected table. */
    VIEW(
            "it reads or makes a view over a protected table in a way that is not followed",
            "read the table itself, or let the view show plain columns alone"),
    /** A star over a table whose columns are not known. */
    STAR("the columns behind * are not known", "list the columns"),
    /** A computed column without a label. */
    LABEL("the label that the database makes up for a computed column is not known", "give the column a label with AS"),
    /** A helper column named by the application. */
    HELPER_COLUMN("it names a helper column", "use the field itself"),
    /** A table or row used as a value. */
    WHOLE_ROW("it uses a whole row as one value", "list the columns"),
    /** An encrypted column inside an expression. */
    EXPRESSION("an encrypted column stands inside an expression", "select the column and compute in the application"),
    /** An encrypted column compared in a way the index cannot answer. */
    COMPARISON(
            "an encrypted column is compared in a way that its index cannot answer",
            "use =, <>, IN or IS NULL with parameters; for ranges declare search: [order]"),
    /** An encrypted column without index in a predicate. */
    NOT_SEARCHABLE(
            "an encrypted column without a search index is compared", "declare search: [equality] for the field"),
    /** A comparison with something that is neither a parameter nor a literal. */
    COMPARED_WITH(
            "an encrypted column is compared with something other than a parameter or literal",
            "pass the value as a parameter"),
    /** Comparing values that have index terms of their own in each scope. */
    INDEX_SCOPE(
            "values of several index scopes or groups are compared with each other",
            "narrow the tenants of the actor, or declare index-scope: root and one index-group"),
    /** LIKE and its kin. */
    PATTERN(
            "an encrypted column is matched with a pattern that its index cannot answer",
            "declare search: [substring], or [prefix] and let a % end the pattern"),
    /** Ordering by an encrypted column. */
    ORDER(
            "it sorts by an encrypted column in a way that is not followed",
            "declare search: [order] for the field and sort a plain SELECT by it, or sort in the application"),
    /** Sorting text whose plain column would follow a collation. */
    ORDER_COLLATION(
            "it sorts or ranges over encrypted text, which goes by code point and not by a collation",
            "declare collation: exact for the field, or sort in the application"),
    /** Grouping by an encrypted column, or one shown beside groups. */
    GROUP("it groups by an encrypted column or shows one beside groups", "group by other columns"),
    /** Aggregates over an encrypted column. */
    AGGREGATE("it aggregates an encrypted column", "aggregate in the application"),
    /** DISTINCT without the key. */
    DISTINCT("DISTINCT over encrypted columns without the key of their table", "add the key to the select list"),
    /** Encrypted columns in UNION, INTERSECT, EXCEPT. */
    SET_OPERATION("an encrypted column stands in a set operation", "run the queries one by one"),
    /** Encrypted columns leaving a subquery in a way that is not followed. */
    SUBQUERY("an encrypted column leaves a subquery", "join the table instead"),
    /** NATURAL or USING over protected tables. */
    JOIN_COLUMNS(
            "NATURAL or USING joins a protected table in a way that is not followed", "write the condition with ON"),
    /** An outer join whose filter cannot be placed. */
    OUTER_JOIN("a protected table stands in a FULL or unclear outer join", "use LEFT JOIN"),
    /** INSERT without the tenant. */
    TENANT_MISSING("it gives no tenant", "give the tenant column a parameter or literal"),
    /** INSERT without the person. */
    SUBJECT_MISSING(
            "it gives no person and the database makes no key", "give the column that names the person a value"),
    /** Changing who a row belongs to by an expression. */
    OWNER_CHANGE("it changes the tenant or person of rows", "insert the row anew under its new owner"),
    /** Changing key columns. */
    KEY_CHANGE("it changes a key column", "insert the row anew under its new key"),
    /** Encrypted columns assigned from expressions. */
    ASSIGNED(
            "an encrypted column is given a value that only the database could compute",
            "compute the value in the application"),
    /** A literal that is not understood as a value. */
    LITERAL("a literal for an encrypted column is not understood", "pass the value as a parameter"),
    /** Upserts. */
    UPSERT("it inserts or updates in a way that is not followed", "try UPDATE first, then INSERT"),
    /** INSERT .. SELECT into a protected table. */
    INSERT_SELECT(
            "it inserts the result of a query whose columns cannot be followed", "insert the rows of a plain SELECT"),
    /** More or fewer values than columns. */
    VALUE_COUNT("a row has not one value per column", "give each column one value"),
    /** Changes that foreign keys carry on to protected rows. */
    CASCADE(
            "a foreign key would carry the change on to rows of a protected table, or a schema would go with one in it",
            "change those rows first, under foreign keys that do not cascade; drop the table first"),
    /** UPDATE or DELETE over joins, with limits or orders. */
    CHANGE_JOIN("it changes rows of a join in a way that is not followed", "choose the rows in WHERE with a subquery"),
    /** Protected tables without a key. */
    KEY_UNKNOWN("the table has no known key", "declare the dataset's key"),
    /** RETURNING of declared fields. */
    RETURNING("it returns rows it changes in a way that is not followed", "read the rows with a SELECT"),
    /** Column definitions that cannot be kept on sealed values. */
    DEFINITION(
            "an encrypted column has a type, default, check or reference that cannot be kept",
            "remove it from the column"),
    /** An index or constraint over an encrypted column that cannot be kept. */
    INDEX("an index or constraint over an encrypted column cannot be kept", "index one searchable field for equality"),
    /** A UNIQUE over index terms of several scopes. */
    UNIQUE_SCOPE(
            "a UNIQUE over an encrypted column reaches over several index scopes, where equal values are not seen",
            "declare index-scope: root for the field, or add the tenant's column to the UNIQUE"),
    /** A collation that the index does not reproduce. */
    COLLATION(
            "a searched text column compares by a collation that ignores differences",
            "declare collation: exact, or give the column a _bin collation"),
    /** A change of a protected table that is not known. */
    ALTER("this change of a protected table is not offered", "change the declaration and create the table anew"),
    /** A new type that may not hold the values that are there. */
    NARROWED(
            "an encrypted column gets a type that the values in it may not fit, which only the application can see",
            "keep at least the present size, or create the column anew"),
    /** A missing column in CREATE TABLE. */
    DECLARED_COLUMN("the table lacks a declared column", "declare the table as it is created"),
    /** The rewritten text is not what was planned: a fault of the library. */
    REWRITE(
            "its rewritten form failed the library's own check",
            "report the statement's form to the library's authors");

    private final String why;
    private final String remedy;

    SqlRefusal(String why, String remedy) {
        this.why = why;
        this.remedy = remedy;
    }

    /**
     * Returns the stable code.
     *
     * @return for example {@code PROT-SQL-SYNTAX}
     */
    public String code() {
        return "PROT-SQL-" + name().replace('_', '-');
    }

    /**
     * Returns the reason.
     *
     * @return half a sentence about the statement
     */
    public String why() {
        return why;
    }

    /**
     * Returns what to do.
     *
     * @return half a sentence
     */
    public String remedy() {
        return remedy;
    }

    /**
     * Refuses a statement.
     *
     * @param offset the 0-based offset of the character where the reason stands
     * @return what to throw
     */
    public SqlRefused at(int offset) {
        return new SqlRefused(this, offset);
    }
}
