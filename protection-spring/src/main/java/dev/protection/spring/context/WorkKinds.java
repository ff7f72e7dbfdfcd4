package dev.protection.spring.context;

import dev.protection.spring.ForPurpose;
import dev.protection.spring.NamedContexts;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.Schedules;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

/** Tells what kind of work a method does. Safe for use by several threads. */
final class WorkKinds {
    /** What listeners of every messaging system are annotated with. */
    private static final String MESSAGES = "org.springframework.messaging.handler.annotation.MessageMapping";

    private static final @Nullable Class<?> ACCOUNTS =
            present("org.springframework.security.core.userdetails.UserDetailsService");

    private final Map<Place, Optional<WorkContexts.Work>> known = new ConcurrentHashMap<>();

    private record Place(Method method, Class<?> type) {}

    /** Empty for a method that is nothing to us. */
    Optional<WorkContexts.Work> of(Method method, Class<?> type) {
        return known.computeIfAbsent(new Place(method, type), place -> find(method, type));
    }

    private static Optional<WorkContexts.Work> find(Method called, Class<?> type) {
        Method method = AopUtils.getMostSpecificMethod(called, type);
        Optional<String> purpose = purpose(method, type);
        Optional<String> alone = alone(method, type);
        if (purpose.isEmpty() && alone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WorkContexts.Work(purpose, alone.or(() -> anonymous(type))));
    }

    private static Optional<String> purpose(Method method, Class<?> type) {
        if (method.getDeclaringClass() == Object.class) {
            return Optional.empty();
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, ForPurpose.class))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(type, ForPurpose.class)))
                .map(ForPurpose::value);
    }

    /** Work that starts without anybody. */
    private static Optional<String> alone(Method method, Class<?> type) {
        if (has(method, Scheduled.class) || has(method, Schedules.class)) {
            return Optional.of(NamedContexts.SCHEDULED);
        }
        if (MergedAnnotations.from(method, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY)
                .isPresent(MESSAGES)) {
            return Optional.of(NamedContexts.LISTENER);
        }
        boolean account = ACCOUNTS != null
                && ACCOUNTS.isAssignableFrom(type)
                && method.getName().equals("loadUserByUsername");
        return account ? Optional.of(NamedContexts.ANONYMOUS) : Optional.empty();
    }

    /** A request of nobody in particular. */
    private static Optional<String> anonymous(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                ? Optional.of(NamedContexts.ANONYMOUS)
                : Optional.empty();
    }

    private static boolean has(Method method, Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(method, annotation);
    }

    private static @Nullable Class<?> present(String name) {
        ClassLoader loader = WorkKinds.class.getClassLoader();
        return ClassUtils.isPresent(name, loader) ? ClassUtils.resolveClassName(name, loader) : null;
    }
}
