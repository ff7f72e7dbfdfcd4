package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;
import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.TypeComment;

/** A call of the JDBC interfaces that is refused, whatever its statement says. */
final class JdbcRefusal extends ProtectionException {
    private static final long serialVersionUID = 1L;

    private JdbcRefusal(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    static JdbcRefusal unwrap(Class<?> type) {
        return new JdbcRefusal(
                "PROT-JDBC-UNWRAP",
                "a protected connection does not give out the " + type.getName() + " beneath it.",
                "Use the JDBC interfaces, or open a connection of your own beside the protected ones.");
    }

    static JdbcRefusal textOnPrepared() {
        return new JdbcRefusal(
                "PROT-JDBC-PREPARED",
                "a prepared statement runs the text it was prepared with and no other.",
                "Use Connection.createStatement for another text.");
    }

    static JdbcRefusal call() {
        return new JdbcRefusal(
                "PROT-JDBC-CALL",
                "a call of a stored procedure names a protected dataset.",
                "Send the statements of the procedure themselves.");
    }

    static JdbcRefusal update() {
        return new JdbcRefusal(
                "PROT-JDBC-UPDATE-ROW",
                "rows of a protected dataset cannot be changed through a result set.",
                "Send an UPDATE, INSERT or DELETE statement.");
    }

    static JdbcRefusal parameterType(int parameter) {
        return new JdbcRefusal(
                "PROT-JDBC-PARAMETER",
                "the type of parameter " + parameter + " of a protected statement is not known beforehand.",
                "Set the parameter with the setter of its type.");
    }

    static JdbcRefusal database(String product) {
        return new JdbcRefusal(
                "PROT-JDBC-DATABASE",
                "the SQL of " + product + " is not understood.",
                "Use PostgreSQL, MariaDB or H2; MySQL and others are not offered.");
    }

    static JdbcRefusal unfit(String how, ColumnType type) {
        return new JdbcRefusal(
                "PROT-JDBC-UNFIT",
                "a value " + how + " its encrypted column, declared as " + TypeComment.name(type) + ", holds.",
                "Send a value that fits, or widen the column with ALTER TABLE.");
    }

    static JdbcRefusal columnType(String column) {
        return new JdbcRefusal(
                "PROT-JDBC-COLUMN-TYPE",
                "the comment of the encrypted column " + column + " names a type that is not one of its field.",
                "Declare the field with the type of its column, or correct the comment of the column.");
    }

    static JdbcRefusal messages() {
        return new JdbcRefusal(
                "PROT-JDBC-MESSAGES",
                "messages of the database about protected statements may quote values.",
                "Use getWarnings and the exceptions, which say their kind.");
    }

    static JdbcRefusal changed() {
        return new JdbcRefusal(
                "PROT-JDBC-CHANGED",
                "a statement that was prepared before the session's settings or its table changed has another meaning now.",
                "Prepare it again.");
    }

    static JdbcRefusal label() {
        return new JdbcRefusal(
                "PROT-JDBC-LABEL",
                "the label that the database makes up for a computed column is not known.",
                "Give the column a label with AS, or read it by its ordinal.");
    }

    static JdbcRefusal cases() {
        return new JdbcRefusal(
                "PROT-JDBC-CASE",
                "the locale of this database changes the case of text in ways that are not reproduced.",
                "Select the column and change its case in the application.");
    }

    static JdbcRefusal severalConflicts() {
        return new JdbcRefusal(
                "PROT-JDBC-UPSERT",
                "a row that is inserted stands in conflict with several rows, or twice with the same one.",
                "Send the rows one by one, and update the row that is meant by its key.");
    }

    static JdbcRefusal pattern() {
        return new JdbcRefusal(
                "PROT-JDBC-PATTERN",
                "a pattern on an encrypted column asks for more than its beginning.",
                "Declare search: [substring] for the field, or use a pattern whose only wildcard is the percent sign at its end.");
    }

    static JdbcRefusal longPattern(int most) {
        return new JdbcRefusal(
                "PROT-JDBC-PATTERN-LENGTH",
                "a pattern on an encrypted column has a beginning of more than " + most + " characters.",
                "Search for a shorter beginning, or for the whole value.");
    }

    static JdbcRefusal escape() {
        return new JdbcRefusal(
                "PROT-JDBC-ESCAPE",
                "a pattern on an encrypted column has an escape character that escapes nothing, or more than one.",
                "Correct the pattern or its ESCAPE.");
    }

    static JdbcRefusal sorted(int most) {
        return new JdbcRefusal(
                "PROT-JDBC-ORDER-CAP",
                "more than " + most + " rows would have to be opened to sort them by an encrypted column.",
                "Narrow the statement's condition, or sort by another column.");
    }

    static JdbcRefusal opened(int most) {
        return new JdbcRefusal(
                "PROT-JDBC-SEARCH-CAP",
                "more than " + most + " values would have to be opened to answer a condition on an encrypted column.",
                "Search for the beginning or the whole of the value by an index, or narrow the tenants of the actor.");
    }

    static JdbcRefusal aggregated(int most) {
        return new JdbcRefusal(
                "PROT-JDBC-AGGREGATE-CAP",
                "more than " + most
                        + " values of a group would have to be opened to aggregate an encrypted column, or more"
                        + " than the database puts into one text.",
                "Narrow the statement's condition, or make smaller groups.");
    }

    static JdbcRefusal value(String place, String what) {
        return new JdbcRefusal(
                "PROT-JDBC-VALUE", place + ": " + what, "Use the setter or getter of the field's declared type.");
    }
}
