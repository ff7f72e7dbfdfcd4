package dev.protection.jdbc.attack;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The driver of {@code jdbc:killed:...}: the real driver, with {@link KillPoints} around each commit. */
final class KilledDriver implements Driver {
    private static final String PREFIX = "jdbc:killed:";

    static void register() throws SQLException {
        DriverManager.registerDriver(new KilledDriver());
    }

    static String url(String real) {
        return PREFIX + real.substring("jdbc:".length());
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
        return (Connection) Proxy.newProxyInstance(
                KilledDriver.class.getClassLoader(), new Class<?>[] {Connection.class}, new Watched(real));
    }

    /** Remembers what the open transaction has changed. */
    private static final class Watched implements InvocationHandler {
        private final Connection real;
        private final List<String> changes = new ArrayList<>();

        Watched(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (arguments != null && arguments[0] instanceof String sql && KillPoints.isChange(sql)) {
                changes.add(sql);
            }
            boolean step = method.getName().equals("commit") && KillPoints.isStep(changes);
            if (step) {
                KillPoints.pass();
            }
            Object result = call(method, arguments);
            if (step) {
                KillPoints.pass();
            }
            if (List.of("commit", "rollback", "setAutoCommit").contains(method.getName())) {
                changes.clear();
            }
            return result;
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
