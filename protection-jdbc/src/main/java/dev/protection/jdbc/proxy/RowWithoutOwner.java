package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;

/** A row that names no tenant or no person cannot be protected for anybody. */
final class RowWithoutOwner extends ProtectionException {
    static final String CODE = "PROT-ROW-WITHOUT-OWNER";

    private static final long serialVersionUID = 1L;

    private RowWithoutOwner(String what) {
        super(CODE, what, "Give the column a value: a parameter, a literal, or the key that the database makes.");
    }

    static RowWithoutOwner of(Dataset dataset, String what) {
        return new RowWithoutOwner(
                "a row written to dataset " + dataset.name() + " has no value in its " + what + " column.");
    }
}
