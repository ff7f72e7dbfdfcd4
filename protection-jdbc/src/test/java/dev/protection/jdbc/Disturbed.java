package dev.protection.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A protected way in where somebody else does something right before a statement on opened values is sent. */
final class Disturbed {
    private static final String OPENED = "UNION ALL SELECT TRUE";

    private Disturbed() {}

    /** What the other one does. */
    interface Disturbance {
        void happens() throws SQLException;
    }

    static DataSource once(Shielded shielded, Disturbance disturbance) {
        AtomicBoolean happened = new AtomicBoolean();
        return always(shielded, () -> {
            if (happened.compareAndSet(false, true)) {
                disturbance.happens();
            }
        });
    }

    static DataSource always(Shielded shielded, Disturbance disturbance) {
        DataSource raw = proxy(
                DataSource.class,
                new UrlDataSource(shielded.url()),
                (method, arguments, result) ->
                        method.equals("getConnection") ? disturbed((Connection) result, disturbance) : result,
                method -> {});
        return ProtectedDataSource.wrap(raw, shielded.protection());
    }

    private static Connection disturbed(Connection raw, Disturbance disturbance) {
        return proxy(
                Connection.class,
                raw,
                (method, arguments, result) -> {
                    boolean opened = method.equals("prepareStatement")
                            && String.valueOf(arguments[0]).contains(OPENED);
                    return opened ? disturbed((PreparedStatement) result, disturbance) : result;
                },
                method -> {});
    }

    private static PreparedStatement disturbed(PreparedStatement raw, Disturbance disturbance) {
        return proxy(PreparedStatement.class, raw, (method, arguments, result) -> result, method -> {
            if (method.startsWith("execute")) {
                disturbance.happens();
            }
        });
    }

    private interface After {
        Object result(String method, Object[] arguments, Object result);
    }

    private interface Before {
        void call(String method) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T raw, After after, Before before) {
        return type.cast(Proxy.newProxyInstance(
                Disturbed.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    before.call(method.getName());
                    try {
                        return after.result(method.getName(), arguments, method.invoke(raw, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
