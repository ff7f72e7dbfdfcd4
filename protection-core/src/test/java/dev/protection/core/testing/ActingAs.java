package dev.protection.core.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The context under which a test runs; one on the method replaces one on the class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ActingAs {
    /**
     * Returns who acts.
     *
     * @return the id of the actor
     */
    String actor() default "test";

    /**
     * Returns the role of the actor.
     *
     * @return a declared role
     */
    String role();

    /**
     * Returns why.
     *
     * @return a declared purpose
     */
    String purpose();

    /**
     * Returns for whom; the actor is assigned to this tenant.
     *
     * @return a tenant
     */
    String tenant();
}
