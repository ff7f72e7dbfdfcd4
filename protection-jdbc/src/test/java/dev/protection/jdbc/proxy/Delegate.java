package dev.protection.jdbc.proxy;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The interfaces that have a generated delegate, and the class each delegate extends. */
enum Delegate {
    CONNECTION(Connection.class, null, "Guarded"),
    STATEMENT(Statement.class, null, "Guarded"),
    PREPARED_STATEMENT(PreparedStatement.class, Statement.class, "IdentityStatement"),
    CALLABLE_STATEMENT(CallableStatement.class, PreparedStatement.class, "IdentityPreparedStatement"),
    RESULT_SET(ResultSet.class, null, "Guarded"),
    DATABASE_META_DATA(DatabaseMetaData.class, null, "Guarded"),
    RESULT_SET_META_DATA(ResultSetMetaData.class, null, "Guarded"),
    ARRAY(java.sql.Array.class, null, ""),
    DATA_SOURCE(DataSource.class, null, "Guarded");

    private final Class<?> type;
    private final @Nullable Class<?> below;
    private final String parent;

    Delegate(Class<?> type, @Nullable Class<?> below, String parent) {
        this.type = type;
        this.below = below;
        this.parent = parent;
    }

    Class<?> type() {
        return type;
    }

    /** The interface that the parent class implements already, or null. */
    @Nullable
    Class<?> below() {
        return below;
    }

    String parent() {
        return parent;
    }

    String className() {
        return "Delegating" + type.getSimpleName();
    }

    /** Whether the parent class has a delegate of a wider type. */
    boolean narrows() {
        return below != null;
    }

    /** What the class declares beside the methods of its interface. */
    String members() {
        return switch (this) {
            case DATABASE_META_DATA -> """
                    /** Rows of the catalogue as the application may have them. */
                    abstract ResultSet rows(ResultSet rows) throws SQLException;

                """;
            case PREPARED_STATEMENT -> constructor("ProtectedConnection connection", "connection");
            case CALLABLE_STATEMENT ->
                constructor("PreparedStatement raw, ProtectedConnection connection", "raw, connection");
            default -> "";
        };
    }

    private String constructor(String parameters, String arguments) {
        return "    %s(%s) {\n        super(%s);\n    }\n\n".formatted(className(), parameters, arguments);
    }

    /** The expression a method returns, given its call of the delegate. */
    String result(Method method, String call) {
        boolean catalogueRows = this == DATABASE_META_DATA && method.getReturnType() == ResultSet.class;
        return catalogueRows ? "rows(" + call + ")" : call;
    }
}
