package dev.protection.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a test method, or every one of a class, under a context. It is bound before {@code @BeforeEach} methods and ends
 * after the test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface WithProtectionContext {
    /**
     * Returns who acts.
     *
     * @return the actor's id
     */
    String actor() default "test";

    /**
     * Returns what the actor may do.
     *
     * @return names of roles that the policy knows
     */
    String[] roles() default {};

    /**
     * Returns why.
     *
     * @return the name of a declared purpose
     */
    String purpose();

    /**
     * Returns for whom; the actor is assigned to this tenant.
     *
     * @return the tenant
     */
    String tenant();
}
