package dev.protection.jdbc.oracle;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls every method of an interface of JDBC on an object, and tells how each call ended. */
final class Lifecycle {
    /** The end of a call with an {@link SQLException}. */
    static final String FAILS = "an SQL error";

    private Lifecycle() {}

    /** How each method ends, by its signature: a value, or an SQL error. */
    static Map<String, String> of(Class<?> type, Object object, List<String> leftOut) {
        Map<String, String> ends = new TreeMap<>();
        Method[] methods = type.getMethods();
        Arrays.sort(methods, Comparator.comparing(Lifecycle::signature));
        for (Method method : methods) {
            boolean called =
                    !leftOut.contains(method.getName()) && !java.lang.reflect.Modifier.isStatic(method.getModifiers());
            if (called) {
                ends.put(signature(method), end(method, object));
            }
        }
        return ends;
    }

    /** What each method answers that only asks. */
    static Map<String, String> questions(Class<?> type, Object object, List<String> leftOut) {
        Map<String, String> answers = new TreeMap<>();
        for (Method method : type.getMethods()) {
            boolean asks = method.getParameterCount() == 0
                    && (method.getName().startsWith("get") || method.getName().startsWith("is"))
                    && !leftOut.contains(method.getName());
            if (asks) {
                answers.put(signature(method), end(method, object));
            }
        }
        return answers;
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String end(Method method, Object object) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(Lifecycle::argument)
                .toArray();
        try {
            return text(method.invoke(object, arguments));
        } catch (InvocationTargetException failed) {
            return failed.getCause() instanceof SQLException ? FAILS : String.valueOf(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(@Nullable Object value) {
        boolean plain = value == null || value instanceof Number || value instanceof Boolean || value instanceof String;
        return plain ? "gives " + value : "gives an object";
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == int.class || type == short.class || type == byte.class) {
            return type == int.class ? (Object) 1 : type == short.class ? (Object) (short) 1 : (Object) (byte) 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == float.class || type == double.class) {
            return type == float.class ? (Object) 1f : (Object) 1d;
        }
        if (type == String.class) {
            return "contact_id";
        }
        if (type == Calendar.class) {
            return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        }
        if (type == Class.class) {
            return String.class;
        }
        if (type == InputStream.class) {
            return InputStream.nullInputStream();
        }
        return type == Executor.class
                ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null)
                : null;
    }
}
