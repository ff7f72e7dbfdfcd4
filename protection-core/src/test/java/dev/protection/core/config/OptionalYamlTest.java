package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Jackson's YAML module may be missing. */
class OptionalYamlTest {
    private final ClassLoader without = new WithoutYaml();

    @Test
    void jsonIsReadWithoutTheModule() throws ReflectiveOperationException {
        assertThat(load("x.json", "{}")).hasToString("Configuration x.json (PRODUCTION, no data map)");
    }

    @Test
    void yamlIsRefusedWithWhatIsMissing() throws ReflectiveOperationException {
        assertThat(load("x.yaml", "profile: production"))
                .asString()
                .contains("needs tools.jackson.dataformat:jackson-dataformat-yaml on the class path");
    }

    private @Nullable Object load(String name, String text) throws ReflectiveOperationException {
        Method load = without.loadClass(ConfigurationLoader.class.getName())
                .getMethod("loadText", String.class, String.class);
        try {
            return load.invoke(null, name, text);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /** Defines the loader's own package anew, and knows no YAML. */
    private static final class WithoutYaml extends ClassLoader {
        private static final String OURS = "dev.protection.core.config.";

        private WithoutYaml() {
            super(OptionalYamlTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("tools.jackson.dataformat.yaml")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
