package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.rights.PersonalDataSource;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a source is asked or told later reaches it, also what it need not answer. */
class LaterSourceTest {
    @Test
    void everyCallIsPassedOn() throws Exception {
        List<Method> reached = new ArrayList<>();
        PersonalDataSource source = (PersonalDataSource) Proxy.newProxyInstance(
                PersonalDataSource.class.getClassLoader(),
                new Class<?>[] {PersonalDataSource.class},
                (proxy, method, arguments) -> {
                    reached.add(method);
                    return method.getReturnType() == long.class ? 0L : null;
                });
        LaterSource later = new LaterSource(() -> source);
        for (Method method : PersonalDataSource.class.getMethods()) {
            method.invoke(later, new Object[method.getParameterCount()]);
        }
        assertThat(reached).containsExactlyInAnyOrder(PersonalDataSource.class.getMethods());
        assertThat(Arrays.stream(PersonalDataSource.class.getMethods()).map(Method::getName))
                .contains("subjects", "undated", "restrict");
    }
}
