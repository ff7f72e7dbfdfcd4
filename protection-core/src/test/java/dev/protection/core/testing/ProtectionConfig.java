package dev.protection.core.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the configuration of a test class that uses {@link ProtectionExtension} by {@code @ExtendWith}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProtectionConfig {
    /** What is used without this annotation. */
    String DEFAULT = "classpath:protection.yaml";

    /**
     * Returns where the configuration is.
     *
     * @return a path, or {@code classpath:} and a resource
     */
    String value() default DEFAULT;
}
