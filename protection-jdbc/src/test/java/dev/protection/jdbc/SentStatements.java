package dev.protection.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A protected way in that notes which prepared statements are sent to the database on the application's connections. */
final class SentStatements {
    private final List<String> sent = new ArrayList<>();

    DataSource over(Shielded shielded) {
        DataSource raw = new UrlDataSource(shielded.url());
        DataSource noted = proxy(
                DataSource.class,
                raw,
                (method, arguments, result) -> result instanceof Connection connection ? noted(connection) : result);
        return ProtectedDataSource.wrap(noted, shielded.protection());
    }

    /** What was sent since this was asked before. */
    List<String> taken() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    private Connection noted(Connection raw) {
        return proxy(
                Connection.class,
                raw,
                (method, arguments, result) -> result instanceof PreparedStatement statement
                        ? noted(statement, String.valueOf(arguments[0]))
                        : result);
    }

    private PreparedStatement noted(PreparedStatement raw, String sql) {
        return proxy(PreparedStatement.class, raw, (method, arguments, result) -> {
            if (method.startsWith("execute")) {
                sent.add(sql);
            }
            return result;
        });
    }

    private interface After {
        Object result(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T raw, After after) {
        return type.cast(Proxy.newProxyInstance(
                SentStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.result(method.getName(), arguments, method.invoke(raw, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
