package dev.protection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares personal data on the class that represents it: on a class or record a {@link Dataset}, on its fields and
 * record components a {@link Field} each. Says the same as the {@code datasets} section of a configuration file.
 *
 * <p>Elements are for the class or for its members; one in the wrong place is a problem, never ignored.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface PersonalData {
    /**
     * On a class: the dataset's name.
     *
     * @return the name; empty for the class's simple name in snake case
     */
    String dataset() default "";

    /**
     * On a class: the table.
     *
     * @return the table, optionally with its schema; empty for the dataset's name
     */
    String table() default "";

    /**
     * On a class: the columns that identify a row.
     *
     * @return the columns; none for the table's primary key
     */
    String[] key() default {};

    /**
     * On a class: what the data is held for.
     *
     * @return names of declared purposes
     */
    String[] purposes() default {};

    /**
     * On a class: from when periods of retention count.
     *
     * @return a date or timestamp column; empty for no rule
     */
    String since() default "";

    /**
     * On a class: when rows are erased.
     *
     * @return a period of ISO 8601 after {@link #since()}, for example {@code P24M}; empty for never
     */
    String eraseAfter() default "";

    /**
     * On a member: the kind of personal data.
     *
     * @return the name of a category, for example {@code email-address}
     */
    String category() default "";

    /**
     * On a member: the column.
     *
     * @return the column; empty for the member's name in snake case
     */
    String column() default "";

    /**
     * On a member: the logical type.
     *
     * @return at most one; none for the one that fits the member's Java type
     */
    FieldType[] type() default {};

    /**
     * On a member: whether it is sealed before it leaves the process.
     *
     * @return true to seal it
     */
    boolean encrypt() default false;

    /**
     * On a member: how it may be searched when sealed.
     *
     * @return the ways
     */
    Search[] search() default {};

    /**
     * On a member: whether the person provided it (Art. 20 GDPR).
     *
     * @return true when provided
     */
    boolean provided() default false;

    /**
     * On a member: within which tenants equal values get equal index values.
     *
     * @return the scope
     */
    IndexScope indexScope() default IndexScope.CONTROLLER;

    /**
     * On a member: the name shared by fields that are joined.
     *
     * @return the group; empty for the field's own
     */
    String indexGroup() default "";

    /**
     * On a member: changes made to the value before it is indexed.
     *
     * @return the changes
     */
    Normalise[] normalise() default {};

    /**
     * On a member: whether the database's own column compares exactly too ({@code collation: exact} of files).
     *
     * @return true when exact
     */
    boolean exactCollation() default false;

    /**
     * On a member: what an application reads once the person is erased.
     *
     * @return at most one value; none for SQL NULL
     */
    String[] whenErased() default {};
}
