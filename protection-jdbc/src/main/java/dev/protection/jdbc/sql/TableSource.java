package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.SubjectPath;
import java.util.Optional;

/**
 * A row of a protected table that stands in FROM itself.
 *
 * @param number the number of its occurrence
 * @param table the table
 * @param qualifier its alias or name as written
 * @param from its name and alias as written
 * @param declarations for the table through which the person is named
 */
record TableSource(int number, ProtectedTable table, String qualifier, String from, Declarations declarations)
        implements Source {
    @Override
    public Owner owner() {
        return new Owner(table.tenant().map(column -> reference(column.name())), subject());
    }

    @Override
    public String termName(Field field) {
        return declarations.dialect().quote(table.helper(field));
    }

    String reference(String stored) {
        return qualifier + "." + declarations.dialect().quote(stored);
    }

    private String subject() {
        String column = reference(table.subject().name());
        return table.dataset().subject() instanceof SubjectPath.Via via
                ? "(" + new SubjectLookup(via, declarations).query(column) + ")"
                : column;
    }

    /** Empty when the table through which the person is named is not as it was declared. */
    Optional<Occurrence.Person> person() {
        Optional<Catalogue.Column> column = table.dataset().subject() instanceof SubjectPath.Via via
                ? new SubjectLookup(via, declarations).column()
                : Optional.of(table.subject());
        return column.map(found -> new Occurrence.Person(subject(), found));
    }

    Optional<Occurrence.Tenant> tenant() {
        return table.tenant()
                .map(column -> new Occurrence.Tenant(reference(column.name()), column, declarations.dialect()));
    }
}
