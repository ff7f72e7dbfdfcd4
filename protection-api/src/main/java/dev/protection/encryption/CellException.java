package dev.protection.encryption;

import dev.protection.ProtectionException;

/** A cell did not open: it has not the shape of one, or it is not authentic where it stands. */
public final class CellException extends ProtectionException {
    /** Bytes that have not the shape of a cell. */
    public static final String SHAPE = "PROT-CELL-SHAPE";

    /** A cell that was changed, cut, moved to another field, dataset or person, or sealed under another key. */
    public static final String NOT_AUTHENTIC = "PROT-CELL-NOT-AUTHENTIC";

    /** An authentic cell whose value is not an encoding of its field's type. */
    public static final String VALUE = "PROT-CELL-VALUE";

    /** A cell stands in a column that is not encrypted. */
    public static final String MISPLACED = "PROT-CELL-MISPLACED";

    private static final long serialVersionUID = 1L;

    private CellException(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    /**
     * Returns the exception for bytes that have not the shape of a cell.
     *
     * @return with the code {@link #SHAPE}
     */
    public static CellException shape() {
        return new CellException(
                SHAPE,
                "a value was found where a cell is expected: its version byte or its length is wrong.",
                "Look for a program that writes to the column around this library.");
    }

    /**
     * Returns the exception for a cell that does not authenticate.
     *
     * @param dataset the dataset it was read from
     * @param field the field it was read from
     * @param key the key it was opened with
     * @return with the code {@link #NOT_AUTHENTIC}
     */
    public static CellException notAuthentic(String dataset, String field, KeyId key) {
        return new CellException(
                NOT_AUTHENTIC,
                "a cell of " + dataset + "." + field + " under key " + key + " is not authentic: it was changed, or "
                        + "moved here from another field or person.",
                "Find out who changed the row, and restore it from a backup.");
    }

    /**
     * Returns the exception for a cell found in a column that is declared not to hold any.
     *
     * @param key the key it names
     * @return with the code {@link #MISPLACED}
     */
    public static CellException misplaced(KeyId key) {
        return new CellException(
                MISPLACED,
                "a cell under key " + key + " stands in a column that is not encrypted.",
                "Declare the column, or find out who copied the cell there.");
    }

    /**
     * Returns the exception for an authentic cell that holds no value of the type.
     *
     * @param dataset the dataset it was read from
     * @param field the field it was read from
     * @return with the code {@link #VALUE}
     */
    public static CellException value(String dataset, String field) {
        return new CellException(
                VALUE,
                "a cell of " + dataset + "." + field + " holds no value of the field's type.",
                "Compare the field's declared type with the one it was written under.");
    }
}
