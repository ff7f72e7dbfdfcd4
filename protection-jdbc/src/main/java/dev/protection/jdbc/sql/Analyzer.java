package dev.protection.jdbc.sql;

import dev.protection.DataMap;
import java.util.Optional;

/**
 * Decides what is to be done with a statement.
 *
 * <p>Immutable and safe for use by several threads; equal text gives equal plans for as long as the catalogue does not
 * change.
 */
public final class Analyzer {
    private final Declarations declarations;
    private final ProtectedNames names;
    private final Planner planner;
    private final CascadeGuard cascades;
    private final SchemaGuard schemas;

    /**
     * Makes an analyzer.
     *
     * @param dialect the SQL of the database
     * @param map what is declared
     * @param catalogue what the database says of its tables
     */
    public Analyzer(Dialect dialect, DataMap map, Catalogue catalogue) {
        this(dialect, map, catalogue, SqlMode.of(dialect));
    }

    /**
     * Makes an analyzer for sessions with settings of their own.
     *
     * @param dialect the SQL of the database
     * @param map what is declared
     * @param catalogue what the database says of its tables
     * @param mode how the session understands texts
     */
    public Analyzer(Dialect dialect, DataMap map, Catalogue catalogue, SqlMode mode) {
        this.declarations = new Declarations(dialect, map, catalogue, mode);
        this.names = new ProtectedNames(declarations);
        this.planner = new Planner(declarations);
        this.cascades = new CascadeGuard(declarations);
        this.schemas = new SchemaGuard(declarations);
    }

    /**
     * Takes the quick look that holds whatever the session's settings are.
     *
     * @param sql the text as the application gave it
     * @return false when nothing in the text can name anything protected
     */
    public boolean mayTouch(String sql) {
        return names.maySeemIn(sql) || cascades.maySeemIn(sql) || schemas.maySeemIn(sql);
    }

    /**
     * Analyses one statement.
     *
     * @param sql the text as the application gave it
     * @return what to do; {@link Untouched} holds the very same text
     * @throws SqlRefused when it touches protected data and cannot be proved safe
     */
    public Plan analyze(String sql) {
        cascades.check(sql);
        schemas.check(sql);
        return names.mayOccurIn(sql) ? planner.plan(sql) : new Untouched(sql);
    }

    /**
     * Says which rows a definition removes and whose they are: those of a DELETE without a condition. It is not to be sent,
     * so what foreign keys would do does not matter.
     *
     * @param definition a change after which the table that it names is empty or gone
     * @return the DELETE; empty when there is no such table now
     * @throws SqlRefused when the table is not as it is declared
     */
    public Optional<DeletePlan> removal(DefinitionPlan definition) {
        return declarations.isThere(definition.table())
                ? Optional.of((DeletePlan) planner.plan("DELETE FROM " + definition.table()))
                : Optional.empty();
    }
}
