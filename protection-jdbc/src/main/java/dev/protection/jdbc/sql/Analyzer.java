package dev.protection.jdbc.sql;

import dev.protection.DataMap;
import java.util.List;
import java.util.Locale;

/**
 * Decides what is to be done with a statement.
 *
 * <p>Immutable and safe for use by several threads; equal text gives equal plans for as long as the catalogue does not
 * change.
 */
public final class Analyzer {
    private final List<String> protectedNames;

    /**
     * Makes an analyzer.
     *
     * @param dialect the SQL of the database
     * @param map what is declared
     * @param catalogue what the database says of its tables
     */
    public Analyzer(Dialect dialect, DataMap map, Catalogue catalogue) {
        this.protectedNames = map.datasets().values().stream()
                .map(dataset -> dataset.table().toLowerCase(Locale.ROOT))
                .map(table -> table.substring(table.lastIndexOf('.') + 1))
                .toList();
    }

    /**
     * Analyses one statement.
     *
     * @param sql the text as the application gave it
     * @return what to do; {@link Untouched} holds the very same text
     * @throws SqlRefused when it touches protected data and cannot be proved safe
     */
    public Plan analyze(String sql) {
        String folded = sql.toLowerCase(Locale.ROOT);
        if (protectedNames.stream().anyMatch(folded::contains)) {
            throw SqlRefusal.STATEMENT.at(0);
        }
        return new Untouched(sql);
    }
}
