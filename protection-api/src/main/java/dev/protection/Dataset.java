package dev.protection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of record that holds personal data: a table, a bucket, an index.
 *
 * @param name the word used in declarations and records
 * @param table the table, optionally with its schema
 * @param key the columns that identify a row; empty for the table's primary key
 * @param purposes what it is held for, at least one
 * @param subject where a row names its person
 * @param tenant where a row names its tenant
 * @param mode how strictly it is protected
 * @param audit when the record of a read is durable
 * @param retention how long rows are kept
 * @param fields its personal data by column name, in the order of declaration
 */
public record Dataset(
        String name,
        String table,
        List<String> key,
        Set<String> purposes,
        SubjectPath subject,
        TenantPath tenant,
        Mode mode,
        AuditMode audit,
        Optional<RetentionRule> retention,
        Map<String, Field> fields) {
    /**
     * Copies the parts.
     *
     * @param name the word
     * @param table the table
     * @param key the key columns
     * @param purposes the purposes
     * @param subject where the person is named
     * @param tenant where the tenant is named
     * @param mode the mode
     * @param audit the audit mode
     * @param retention the rule
     * @param fields the fields
     */
    public Dataset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(audit, "audit");
        Objects.requireNonNull(retention, "retention");
        key = List.copyOf(key);
        purposes = Set.copyOf(purposes);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Starts a declaration.
     *
     * @param name the word used in declarations and records, and the table's name unless another is said
     * @return a builder
     */
    public static DatasetBuilder named(String name) {
        return new DatasetBuilder(name);
    }

    /**
     * Returns a field.
     *
     * @param field its column name
     * @return empty when the dataset declares no such field
     */
    public Optional<Field> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Of the name alone: a dataset is looked up with every statement, and no two of a map share a name. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
