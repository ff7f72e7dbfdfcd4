package dev.protection.jdbc.proxy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionException;
import dev.protection.jdbc.proxy.MethodDecisions.Line;
import java.lang.reflect.Method;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of the JDBC interfaces is delegated, given a meaning or refused, and {@code jdbc-methods.tsv} says which:
 * a method of a new JDK, or a wrapper changed without a thought, is a difference from that table.
 */
class MethodDecisionsTest {

    @Test
    void everyMethodIsDecided_asTheTableSays() throws Exception {
        assertThat(MethodDecisions.found()).containsExactlyInAnyOrderElementsOf(MethodDecisions.table());
    }

    static List<Line> refusals() {
        return MethodDecisions.table().stream()
                .filter(line ->
                        line.decision().equals("refuse") && !line.wrapper().equals("-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusedMethod_saysWhyInTheFormPoolsUnderstand(Line line) throws Exception {
        Samples.Sample sample = requireNonNull(MethodDecisions.samples().get(line.wrapper()));
        Method method = method(sample, line);
        assertThatThrownBy(() -> MethodDecisions.call(sample.wrapper(), method))
                .isInstanceOfSatisfying(
                        SQLFeatureNotSupportedException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo("42000"))
                .hasCauseInstanceOf(ProtectionException.class);
    }

    static List<Line> delegations() {
        return MethodDecisions.table().stream()
                .filter(line ->
                        line.decision().equals("delegate") && !line.wrapper().equals("-"))
                .toList();
    }

    @Test
    void delegatedMethod_isTheSameCallOnTheDriversObject() throws Exception {
        List<String> calls = new ArrayList<>();
        Map<String, Samples.Sample> samples = new Samples((proxy, method, arguments) -> {
                    calls.add(DelegateGenerator.signature(method) + Arrays.toString(arguments));
                    return Samples.any(method.getReturnType());
                })
                .all();
        for (Line line : delegations()) {
            Samples.Sample sample = requireNonNull(samples.get(line.wrapper()));
            Method method = method(sample, line);
            Object[] arguments =
                    Arrays.stream(method.getParameterTypes()).map(Samples::any).toArray();
            calls.clear();
            Object result = method.invoke(sample.wrapper(), arguments);
            assertThat(result).as(line.toString()).isEqualTo(Samples.any(method.getReturnType()));
            String expected = line.method() + (arguments.length == 0 ? "null" : Arrays.toString(arguments));
            assertThat(calls).as(line.toString()).contains(expected);
        }
    }

    private static Method method(Samples.Sample sample, Line line) {
        return MethodDecisions.methods(sample.type()).stream()
                .filter(m -> DelegateGenerator.signature(m).equals(line.method()))
                .findFirst()
                .orElseThrow();
    }
}
