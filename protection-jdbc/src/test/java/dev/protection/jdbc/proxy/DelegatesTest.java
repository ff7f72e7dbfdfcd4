package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated classes are what the generator writes from the interfaces of the running JDK. */
class DelegatesTest {

    @ParameterizedTest
    @EnumSource
    void delegate_coversEveryMethodOfTheRunningJdk(Delegate delegate) throws Exception {
        Class<?> written = Class.forName("dev.protection.jdbc.proxy." + delegate.className());
        List<String> declared = Arrays.stream(written.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .map(DelegateGenerator::signature)
                .toList();
        List<String> missing = DelegateGenerator.methods(delegate).stream()
                .map(DelegateGenerator::signature)
                .filter(s -> !declared.contains(s))
                .toList();
        assertThat(missing)
                .as("methods of %s that this JDK has and the delegate does not: decide what they mean", delegate.type())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void delegate_isAsGenerated(Delegate delegate) throws IOException {
        assertThat(DelegateGenerator.file(delegate)).hasContent(DelegateGenerator.source(delegate));
    }

    @Test
    void logicalResultSet_isAsGenerated() throws IOException {
        Path file = Path.of("src/main/java/dev/protection/jdbc/proxy/LogicalResultSet.java");
        assertThat(Files.readString(file)).isEqualTo(LogicalResultSetGenerator.source());
    }

    @Test
    void logicalResultSet_leavesNoColumnGetterToTheDriver() {
        for (Method method : java.sql.ResultSet.class.getMethods()) {
            boolean column = method.getParameterCount() > 0
                    && List.of(int.class, String.class).contains(method.getParameterTypes()[0])
                    && method.getName().matches("(get|update).*");
            if (column) {
                assertThat(LogicalResultSet.class.getDeclaredMethods())
                        .as(method.toString())
                        .extracting(DelegateGenerator::signature)
                        .contains(DelegateGenerator.signature(method));
            }
        }
    }
}
