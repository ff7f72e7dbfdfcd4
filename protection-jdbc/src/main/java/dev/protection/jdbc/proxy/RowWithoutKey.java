package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;

/** Rows of several persons would get sealed values, but nothing tells the rows apart. */
final class RowWithoutKey extends ProtectionException {
    static final String CODE = "PROT-ROW-WITHOUT-KEY";

    private static final long serialVersionUID = 1L;

    private RowWithoutKey(String what) {
        super(CODE, what, "Give the table a primary key, or declare the dataset's key.");
    }

    static RowWithoutKey of(Dataset dataset) {
        return new RowWithoutKey("an UPDATE of dataset " + dataset.name()
                + " reaches rows of several persons, and the table has no key.");
    }
}
