package dev.protection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the member that names the tenant, in a class marked {@link PersonalData}; or stands on the class with the one
 * tenant that all rows belong to.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface TenantKey {
    /**
     * On a member: the column.
     *
     * @return the column; empty for the member's name in snake case
     */
    String column() default "";

    /**
     * On a class: the tenant of all rows.
     *
     * @return the tenant's id
     */
    String fixed() default "";
}
