package dev.protection.jdbc.proxy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Types as they are written in generated sources, and the imports they need. */
final class JavaNames {
    private final Set<String> imports = new TreeSet<>(Set.of("org.jspecify.annotations.NullUnmarked"));

    String imports() {
        return imports.stream().map(i -> "import " + i + ";\n").collect(Collectors.joining());
    }

    String of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(this::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof Class<?> plain && !plain.isArray()) {
            if (!plain.isPrimitive() && !plain.getPackageName().equals("java.lang")) {
                imports.add(plain.getName());
            }
            return plain.getSimpleName();
        }
        return type instanceof Class<?> array ? array.getSimpleName() : type.getTypeName();
    }
}
