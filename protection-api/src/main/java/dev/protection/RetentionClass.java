package dev.protection;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The set of legal duties to keep that apply to a field. It decides which key a value is sealed with, so that what no
 * law keeps can be shredded apart from what a law keeps. Derived from the declaration, never typed in.
 *
 * @param name the names of the purposes with a duty, sorted and joined by {@code +}; empty for no duty
 */
public record RetentionClass(String name) implements Comparable<RetentionClass> {
    /** The class of all fields under no duty. */
    public static final RetentionClass NONE = new RetentionClass("");

    /**
     * Checks the name.
     *
     * @param name the joined names
     */
    public RetentionClass {
        Objects.requireNonNull(name, "name");
    }

    /**
     * Returns the class of a set of duties.
     *
     * @param purposes the names of purposes that have a duty to keep
     * @return the class
     */
    public static RetentionClass of(Collection<String> purposes) {
        return purposes.isEmpty() ? NONE : new RetentionClass(String.join("+", new TreeSet<>(purposes)));
    }

    /**
     * Returns the purposes whose laws make one keep.
     *
     * @return their names; empty for {@link #NONE}
     */
    public SortedSet<String> purposes() {
        return name.isEmpty() ? new TreeSet<>() : new TreeSet<>(java.util.List.of(name.split("\\+")));
    }

    @Override
    public int compareTo(RetentionClass other) {
        return name.compareTo(other.name);
    }
}
