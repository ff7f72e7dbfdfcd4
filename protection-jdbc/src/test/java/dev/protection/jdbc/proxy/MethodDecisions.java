package dev.protection.jdbc.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

/** What the wrappers do with each method, and what {@code jdbc-methods.tsv} says they do; {@code main} writes it anew. */
final class MethodDecisions {
    private static final Map<Class<?>, String> WITHOUT_WRAPPER = Map.of(
            java.sql.SQLXML.class, "delegate",
            java.sql.Clob.class, "delegate",
            XADataSource.class, "refuse",
            XAConnection.class, "refuse",
            PooledConnection.class, "refuse");

    /** One line of the table. */
    record Line(String wrapper, String type, String method, String decision) {
        static Line parse(String text) {
            String[] cells = text.split("\t", -1);
            return new Line(cells[0], cells[1], cells[2], cells[3]);
        }

        @Override
        public String toString() {
            return String.join("\t", wrapper, type, method, decision);
        }
    }

    private MethodDecisions() {}

    public static void main(String[] arguments) throws Exception {
        String lines = found().stream().map(Line::toString).sorted().collect(Collectors.joining("\n"));
        Files.writeString(
                Path.of("src/test/resources/dev/protection/jdbc/proxy/jdbc-methods.tsv"),
                "wrapper\tinterface\tmethod\tdecision\n" + lines + "\n");
    }

    static List<Line> table() {
        try (InputStream file = MethodDecisions.class.getResourceAsStream("jdbc-methods.tsv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Line::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Line> found() throws Exception {
        List<Line> found = new ArrayList<>();
        for (Map.Entry<String, Samples.Sample> sample : samples().entrySet()) {
            for (Method method : methods(sample.getValue().type())) {
                found.add(new Line(
                        sample.getKey(),
                        sample.getValue().type().getName(),
                        DelegateGenerator.signature(method),
                        decision(sample.getValue().wrapper(), method)));
            }
        }
        WITHOUT_WRAPPER.forEach((type, decision) -> methods(type)
                .forEach(m -> found.add(new Line("-", type.getName(), DelegateGenerator.signature(m), decision))));
        return found;
    }

    static Map<String, Samples.Sample> samples() throws Exception {
        return new Samples((proxy, method, arguments) -> Samples.any(method.getReturnType())).all();
    }

    /** What the classes do: refused if a call is, delegated if only a generated delegate declares it. */
    private static String decision(Object wrapper, Method method) throws Exception {
        try {
            call(wrapper, method);
        } catch (SQLFeatureNotSupportedException e) {
            return "refuse";
        } catch (Exception e) {
            // any other outcome of a call with arguments that mean nothing
        }
        Class<?> declaring = wrapper.getClass()
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass();
        boolean catalogueRows =
                declaring == DelegatingDatabaseMetaData.class && method.getReturnType() == ResultSet.class;
        return declaring.getSimpleName().startsWith("Delegating") && !catalogueRows ? "delegate" : "transform";
    }

    static void call(Object wrapper, Method method) throws Exception {
        try {
            method.invoke(
                    wrapper,
                    Arrays.stream(method.getParameterTypes()).map(Samples::any).toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    static List<Method> methods(Class<?> type) {
        Map<String, Method> found = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() != Wrapper.class) {
                found.merge(
                        DelegateGenerator.signature(method),
                        method,
                        (a, b) -> a.getReturnType().isAssignableFrom(b.getReturnType()) ? b : a);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(DelegateGenerator::signature))
                .toList();
    }
}
