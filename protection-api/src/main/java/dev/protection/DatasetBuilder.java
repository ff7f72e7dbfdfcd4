package dev.protection;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares a {@link Dataset}. Not for use by several threads. */
public final class DatasetBuilder {
    private final String name;
    private final Set<String> purposes = new LinkedHashSet<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String table;
    private List<String> key = List.of();
    private @Nullable SubjectPath subject;
    private @Nullable TenantPath tenant;
    private Mode mode = Mode.ENFORCE;
    private AuditMode audit = AuditMode.STANDARD;
    private Optional<RetentionRule> retention = Optional.empty();

    DatasetBuilder(String name) {
        this.name = name;
        this.table = name;
    }

    /**
     * Says which table holds it.
     *
     * @param table the table, optionally with its schema
     * @return this builder
     */
    public DatasetBuilder table(String table) {
        this.table = table;
        return this;
    }

    /**
     * Says which columns identify a row.
     *
     * @param columns the columns; none for the table's primary key
     * @return this builder
     */
    public DatasetBuilder key(String... columns) {
        this.key = List.of(columns);
        return this;
    }

    /**
     * Adds purposes it is held for.
     *
     * @param names of declared purposes
     * @return this builder
     */
    public DatasetBuilder purposes(String... names) {
        purposes.addAll(List.of(names));
        return this;
    }

    /**
     * Says where a row names its person.
     *
     * @param path the path
     * @return this builder
     */
    public DatasetBuilder subject(SubjectPath path) {
        this.subject = path;
        return this;
    }

    /**
     * Says that a column names the person.
     *
     * @param kind the kind of person
     * @param column the column
     * @return this builder
     */
    public DatasetBuilder subject(String kind, String column) {
        return subject(new SubjectPath.Column(kind, column));
    }

    /**
     * Says where a row names its tenant.
     *
     * @param path the path
     * @return this builder
     */
    public DatasetBuilder tenant(TenantPath path) {
        this.tenant = path;
        return this;
    }

    /**
     * Says that a column names the tenant.
     *
     * @param column the column
     * @return this builder
     */
    public DatasetBuilder tenant(String column) {
        return tenant(new TenantPath.Column(column));
    }

    /**
     * Says how strictly it is protected.
     *
     * @param mode the mode
     * @return this builder
     */
    public DatasetBuilder mode(Mode mode) {
        this.mode = mode;
        return this;
    }

    /**
     * Says when the record of a read is durable.
     *
     * @param audit the audit mode
     * @return this builder
     */
    public DatasetBuilder audit(AuditMode audit) {
        this.audit = audit;
        return this;
    }

    /**
     * Says from when duties to keep count.
     *
     * @param since a date or timestamp column
     * @return this builder
     */
    public DatasetBuilder since(String since) {
        this.retention = Optional.of(new RetentionRule(since, Optional.empty()));
        return this;
    }

    /**
     * Says when rows are erased.
     *
     * @param since a date or timestamp column
     * @param after how long after it
     * @return this builder
     */
    public DatasetBuilder eraseAfter(String since, Period after) {
        this.retention = Optional.of(new RetentionRule(since, Optional.of(after)));
        return this;
    }

    /**
     * Adds a field.
     *
     * @param field the field
     * @return this builder
     */
    public DatasetBuilder field(Field field) {
        if (fields.putIfAbsent(field.name(), field) != null) {
            problems.add(new Problem(place() + ".fields." + field.name(), "is declared twice"));
        }
        return this;
    }

    /**
     * Returns the declaration.
     *
     * @return a dataset
     * @throws ConfigurationException when the person or the tenant is not named, or a field is declared twice
     */
    public Dataset build() {
        List<Problem> found = new ArrayList<>(problems);
        if (subject == null) {
            found.add(new Problem(place() + ".subject", "is missing: say which column names the person"));
        }
        if (tenant == null) {
            found.add(new Problem(place() + ".tenant", "is missing: say which column names the tenant, or fix one"));
        }
        if (subject == null || tenant == null || !found.isEmpty()) {
            throw new ConfigurationException(found);
        }
        return new Dataset(name, table, key, purposes, subject, tenant, mode, audit, retention, fields);
    }

    private String place() {
        return "datasets." + name;
    }
}
