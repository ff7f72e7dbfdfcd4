package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;

/** A row that names no tenant or no person cannot be protected for anybody. */
final class RowWithoutOwner extends ProtectionException {
    static final String CODE = "PROT-ROW-WITHOUT-OWNER";

    private static final long serialVersionUID = 1L;

    private RowWithoutOwner(String what, String remedy) {
        super(CODE, what, remedy);
    }

    static RowWithoutOwner of(Dataset dataset, String what) {
        return new RowWithoutOwner(
                "a row written to dataset " + dataset.name() + " has no value in its " + what + " column.",
                "Give the column a value: a parameter, a literal, or the key that the database makes.");
    }

    /** Persons are to be left out, and the statement cannot tell whose the rows are. */
    static RowWithoutOwner unreachable(Dataset dataset) {
        return new RowWithoutOwner(
                "rows of dataset " + dataset.name() + " name their person through a table that is not as declared.",
                "Give that table its declared column and a primary key of one column.");
    }
}
