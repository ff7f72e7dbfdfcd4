package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something in FROM, with its columns as far as they are known.
 *
 * @param alias its alias
 * @param table its name when it is a table without alias: schema and table as far as written
 * @param qualifier how its columns are qualified in added text
 * @param complete whether all of its columns are listed, with their names
 * @param columns its visible and helper columns
 */
record Relation(Optional<Name> alias, List<Name> table, String qualifier, boolean complete, List<Output> columns) {

    /** Whether a column or star qualified so means this relation. */
    boolean named(List<Name> qualifiers, Dialect dialect) {
        Name last = qualifiers.get(qualifiers.size() - 1);
        if (alias.isPresent()) {
            return qualifiers.size() == 1 && last.is(alias.get(), dialect);
        }
        if (table.isEmpty() || !last.is(table.get(table.size() - 1), dialect)) {
            return false;
        }
        boolean bothSchemas = qualifiers.size() > 1 && table.size() > 1;
        return !bothSchemas || qualifiers.get(qualifiers.size() - 2).is(table.get(table.size() - 2), dialect);
    }

    /** Whether some database could take the name for this relation. */
    boolean looselyNamed(Name name) {
        return alias.isPresent()
                ? name.looselyIs(alias.get().text())
                : !table.isEmpty() && name.looselyIs(table.get(table.size() - 1).text());
    }

    List<Origin> find(Name column, Dialect dialect) {
        List<Origin> found = new ArrayList<>(1);
        NameMatch match = NameMatch.of(column, dialect);
        for (Output output : columns) {
            if (output.name().isPresent() && match.matches(output.name().get())) {
                found.add(output.origin());
            }
        }
        return found;
    }

    /** Whether a column of nearly this name shows an encrypted field. */
    boolean nearlyEncrypted(Name column) {
        return columns.stream()
                .anyMatch(output -> (output.origin().sealed() || output.origin().helper())
                        && output.name().isPresent()
                        && column.looselyIs(output.name().get()));
    }

    boolean holdsProtected() {
        return columns.stream()
                .anyMatch(output -> output.origin().source().isPresent()
                        || output.origin().calculation().isPresent());
    }
}
