package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.Optional;

/**
 * A protected row that comes out of a subquery or common table.
 *
 * @param number the number of its occurrence
 * @param inner the row inside
 * @param hidden where the subquery shows whose row it is
 * @param qualifier the subquery's alias
 */
record QuerySource(int number, Source inner, HiddenColumns hidden, String qualifier) implements Source {
    @Override
    public ProtectedTable table() {
        return inner.table();
    }

    @Override
    public Owner owner() {
        HiddenColumns.Ordinals ordinals = hidden.add(inner);
        Optional<String> tenant = ordinals.tenant().isPresent()
                ? Optional.of(qualifier + "." + HiddenColumns.tenantLabel(inner))
                : Optional.empty();
        return new Owner(tenant, qualifier + "." + HiddenColumns.subjectLabel(inner));
    }

    @Override
    public boolean packed() {
        return inner.packed();
    }

    @Override
    public String termName(Field field) {
        return hidden.addTerm(inner, field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuerySource source && source.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
