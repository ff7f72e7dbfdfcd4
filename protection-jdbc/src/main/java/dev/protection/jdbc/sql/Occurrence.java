package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One mention of a protected table in a statement.
 *
 * @param number from 1; hidden columns are labelled {@code __p<number>_t} and {@code __p<number>_s}
 * @param dataset the dataset it holds
 * @param tenant the tenant column as the row filter names it there; empty for a fixed tenant
 * @param person whose row it is as the row filter names it there; empty when the statement cannot say
 * @param tenantOrdinal the physical ordinal of the hidden tenant column, from 1; empty when none was added
 * @param subjectOrdinal the physical ordinal of the hidden subject column, from 1; empty when none was added
 */
public record Occurrence(
        int number,
        Dataset dataset,
        Optional<Tenant> tenant,
        Optional<Person> person,
        OptionalInt tenantOrdinal,
        OptionalInt subjectOrdinal) {
    /**
     * Checks the parts.
     *
     * @param number from 1
     * @param dataset the dataset
     * @param tenant the tenant column
     * @param person whose row it is
     * @param tenantOrdinal the hidden tenant column
     * @param subjectOrdinal the hidden subject column
     */
    public Occurrence {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(tenantOrdinal, "tenantOrdinal");
        Objects.requireNonNull(subjectOrdinal, "subjectOrdinal");
    }

    /**
     * A tenant column.
     *
     * @param reference the quoted and qualified column as it can be written in the row filter
     * @param column what the catalogue says of it, for the type of the parameters
     * @param dialect whose text the filter is
     */
    public record Tenant(String reference, Catalogue.Column column, Dialect dialect) {}

    /**
     * Whose row it is.
     *
     * @param reference the quoted and qualified column, or a scalar subquery, as it can be written in the row filter
     * @param column what the catalogue says of the column that names the person
     */
    public record Person(String reference, Catalogue.Column column) {}
}
