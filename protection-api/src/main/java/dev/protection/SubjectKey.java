package dev.protection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the member that names the person, in a class marked {@link PersonalData}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface SubjectKey {
    /**
     * Returns the kind of person.
     *
     * @return for example {@code contact}
     */
    String kind();

    /**
     * Returns the column.
     *
     * @return the column; empty for the member's name in snake case
     */
    String column() default "";

    /**
     * Returns where the person's id is when this column names a row of another table by its primary key.
     *
     * @return table and column, for example {@code pet.owner_id}; empty when this column holds the id itself
     */
    String via() default "";
}
