package dev.protection.core.testing;

import dev.protection.core.Protection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each JUnit test a {@link Protection} of its own: the development profile, a root key and stores in memory, a
 * {@link TestClock}. A test or class annotated with {@link ActingAs} runs under that context. A test that leaves a context
 * bound to its thread fails: the next piece of work on that thread would run under it.
 *
 * <p>Either {@code @ExtendWith(ProtectionExtension.class)} with {@link ProtectionConfig}, or a field with
 * {@code @RegisterExtension} made by {@link #with}. Parameters of type {@link Protection}, {@link TestClock} and
 * {@link ProtectionProbe} are resolved.
 */
public final class ProtectionExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ProtectionExtension.class);
    private static final Map<Class<?>, Function<RunningTest, Object>> PARAMETERS = Map.of(
            Protection.class, RunningTest::protection,
            TestClock.class, RunningTest::clock,
            ProtectionProbe.class, RunningTest::probe);

    private final Optional<UnaryOperator<Protection.Builder>> settings;

    /** For {@code @ExtendWith}: the configuration that {@link ProtectionConfig} names. */
    public ProtectionExtension() {
        this.settings = Optional.empty();
    }

    private ProtectionExtension(UnaryOperator<Protection.Builder> settings) {
        this.settings = Optional.of(settings);
    }

    /**
     * Returns an extension for a field with {@code @RegisterExtension}.
     *
     * @param settings adds the declaration, policy and sources, or replaces what is said above
     * @return the extension
     */
    public static ProtectionExtension with(UnaryOperator<Protection.Builder> settings) {
        return new ProtectionExtension(settings);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        UnaryOperator<Protection.Builder> chosen = settings.orElseGet(() -> configured(context));
        Optional<ActingAs> acting = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ActingAs.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), ActingAs.class));
        context.getStore(NAMESPACE).put(RunningTest.class, RunningTest.begin(chosen, acting));
    }

    private static UnaryOperator<Protection.Builder> configured(ExtensionContext context) {
        String location = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), ProtectionConfig.class)
                .map(ProtectionConfig::value)
                .orElse(ProtectionConfig.DEFAULT);
        return builder -> builder.config(location);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(NAMESPACE).remove(RunningTest.class, RunningTest.class))
                .ifPresent(RunningTest::end);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningTest test = Objects.requireNonNull(
                context.getStore(NAMESPACE).get(RunningTest.class, RunningTest.class), "the test has not begun");
        Class<?> type = parameter.getParameter().getType();
        return Objects.requireNonNull(PARAMETERS.get(type)).apply(test);
    }
}
