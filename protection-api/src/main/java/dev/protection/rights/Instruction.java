package dev.protection.rights;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is to be done with one record. Fields in neither set stay as they are.
 *
 * @param remove whether the whole record is removed; both sets are empty then
 * @param shred encrypted fields whose key is destroyed with the erasure: the cell stays, what was derived from the value
 *     (an index term, a copy) goes
 * @param clear fields whose value itself goes: set to NULL, or to the type's neutral value where NULL is not allowed
 */
public record Instruction(boolean remove, SortedSet<String> shred, SortedSet<String> clear) {
    /** Nothing is to be done. */
    public static final Instruction NOTHING = new Instruction(false, new TreeSet<>(), new TreeSet<>());

    /** The whole record goes. */
    public static final Instruction REMOVE = new Instruction(true, new TreeSet<>(), new TreeSet<>());

    /**
     * Copies the parts.
     *
     * @param remove whether all goes
     * @param shred fields to shred
     * @param clear fields to clear
     */
    public Instruction {
        shred = Collections.unmodifiableSortedSet(new TreeSet<>(shred));
        clear = Collections.unmodifiableSortedSet(new TreeSet<>(clear));
        if (remove && !(shred.isEmpty() && clear.isEmpty())) {
            throw new IllegalArgumentException("a record that is removed has no fields left to clear");
        }
    }

    /**
     * Tells whether nothing is to be done.
     *
     * @return true when the record stays as it is
     */
    public boolean isNothing() {
        return !remove && shred.isEmpty() && clear.isEmpty();
    }
}
