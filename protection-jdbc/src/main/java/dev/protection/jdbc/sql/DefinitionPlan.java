package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;
import java.util.Objects;

/**
 * A change of the definition of a protected table.
 *
 * @param dataset the dataset
 * @param kind what happens to the table
 * @param statements the texts to run instead, in order
 * @param afterwards the texts to run behind them unless the table was there before
 * @param presence the query whose rows say that it was
 * @param values queries that must give no row, before anything is changed: their rows are values that only the application
 *     can compare
 * @param table the table's name as the text has it, where its rows go; else empty
 */
public record DefinitionPlan(
        Dataset dataset,
        Kind kind,
        List<String> statements,
        List<String> afterwards,
        String presence,
        List<String> values,
        String table)
        implements Plan {
    /**
     * Copies the parts.
     *
     * @param dataset the dataset
     * @param kind what happens
     * @param statements the texts
     * @param afterwards the texts behind them
     * @param presence the query
     * @param values the queries
     * @param table the name
     */
    public DefinitionPlan {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(kind, "kind");
        statements = List.copyOf(statements);
        afterwards = List.copyOf(afterwards);
        values = List.copyOf(values);
    }

    /**
     * A change that is the same whether the table was there or not.
     *
     * @param dataset the dataset
     * @param kind what happens
     * @param statements the texts
     */
    public DefinitionPlan(Dataset dataset, Kind kind, List<String> statements) {
        this(dataset, kind, statements, List.of(), "", List.of(), "");
    }

    static DefinitionPlan unlessValues(Dataset dataset, List<String> statements, List<String> values) {
        return new DefinitionPlan(dataset, Kind.CHANGE, statements, List.of(), "", values, "");
    }

    static DefinitionPlan removing(Dataset dataset, Kind kind, String statement, String table) {
        return new DefinitionPlan(dataset, kind, List.of(statement), List.of(), "", List.of(), table);
    }

    /** What happens to the table. */
    public enum Kind {
        /** It comes into being, unless it exists and the text says so. */
        CREATE_TABLE,
        /** An index, a constraint or a comment is added or removed; the columns stay. */
        CHANGE,
        /** It goes, with its rows: a DELETE of everything in it. */
        DROP_TABLE,
        /** Its rows go: a DELETE of everything in it. */
        TRUNCATE
    }
}
