package dev.protection;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One item of personal data in a dataset: a column, a property.
 *
 * @param name the column's name
 * @param category the kind of personal data
 * @param type the logical type
 * @param encrypt whether it is sealed before it leaves the process
 * @param search how it may be searched when sealed
 * @param provided whether the person provided it (portability, Art. 20 GDPR) or it was derived
 * @param index how its blind index is keyed and what it compares
 * @param whenErased what an application reads once the person is erased; empty for SQL NULL
 */
public record Field(
        String name,
        String category,
        FieldType type,
        boolean encrypt,
        Set<Search> search,
        boolean provided,
        Index index,
        Optional<String> whenErased) {
    /** Of the name alone, as a dataset's. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * Copies the parts.
     *
     * @param name the column's name
     * @param category the kind of personal data
     * @param type the logical type
     * @param encrypt whether it is sealed
     * @param search how it may be searched
     * @param provided whether the person provided it
     * @param index the index's options
     * @param whenErased the replacement
     */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(whenErased, "whenErased");
        search = search.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(search));
    }

    /**
     * Options of a blind index.
     *
     * @param scope within which tenants equal values get equal terms
     * @param group the name shared by fields of different datasets that are joined; empty for the field's own
     * @param normalise changes made to the value first
     * @param exact whether the database's own column compares exactly too, so that a collation need not be reproduced
     */
    public record Index(IndexScope scope, Optional<String> group, Set<Normalise> normalise, boolean exact) {
        /** One index per controller, a group of its own, the exact value. */
        public static final Index DEFAULT = new Index(IndexScope.CONTROLLER, Optional.empty(), Set.of(), false);

        /**
         * Copies the parts.
         *
         * @param scope the scope
         * @param group the group
         * @param normalise the changes
         * @param exact whether exact
         */
        public Index {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(group, "group");
            normalise = normalise.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(normalise));
        }
    }

    /**
     * Returns a field that is declared but stored as it is.
     *
     * @param name the column's name
     * @param category the kind of personal data
     * @return a text field
     */
    public static Field plain(String name, String category) {
        return new Field(name, category, FieldType.TEXT, false, Set.of(), false, Index.DEFAULT, Optional.empty());
    }

    /**
     * Returns a sealed field.
     *
     * @param name the column's name
     * @param category the kind of personal data
     * @return a text field without search
     */
    public static Field sealed(String name, String category) {
        return new Field(name, category, FieldType.TEXT, true, Set.of(), false, Index.DEFAULT, Optional.empty());
    }

    /**
     * Returns this field with another type.
     *
     * @param other the logical type
     * @return a copy
     */
    public Field type(FieldType other) {
        return new Field(name, category, other, encrypt, search, provided, index, whenErased);
    }

    /**
     * Returns this field with ways to search it.
     *
     * @param ways all of them
     * @return a copy
     */
    public Field search(Search... ways) {
        return new Field(name, category, type, encrypt, Set.of(ways), provided, index, whenErased);
    }

    /**
     * Returns this field as provided by the person.
     *
     * @return a copy
     */
    public Field asProvided() {
        return new Field(name, category, type, encrypt, search, true, index, whenErased);
    }

    /**
     * Returns this field with other options of its index.
     *
     * @param other the options
     * @return a copy
     */
    public Field index(Index other) {
        return new Field(name, category, type, encrypt, search, provided, other, whenErased);
    }

    /**
     * Returns this field with a replacement for the time after an erasure.
     *
     * @param replacement what an application reads then
     * @return a copy
     */
    public Field whenErased(String replacement) {
        return new Field(name, category, type, encrypt, search, provided, index, Optional.of(replacement));
    }

    /**
     * Tells whether equality can be answered by a blind index.
     *
     * @return true for a sealed field that declares it
     */
    public boolean indexed() {
        return encrypt && search.contains(Search.EQUALITY);
    }

    /**
     * Tells whether the beginning of a value can be searched.
     *
     * @return true for a sealed field that declares it
     */
    public boolean prefixed() {
        return encrypt && search.contains(Search.PREFIX);
    }

    /**
     * Tells whether a pattern may be matched with its values once they are opened.
     *
     * @return true for a sealed field that declares substring search
     */
    public boolean matched() {
        return encrypt && search.contains(Search.SUBSTRING);
    }

    /**
     * Tells whether it may be sorted, and compared by order, once its values are opened.
     *
     * @return true for a sealed field that declares it
     */
    public boolean ordered() {
        return encrypt && search.contains(Search.ORDER);
    }
}
