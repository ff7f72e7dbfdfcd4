package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.ProtectionException;

/** A row would change its tenant or its person, while its cells are bound to the old one. */
final class RowMoved extends ProtectionException {
    static final String CODE = "PROT-ROW-MOVED";

    private static final long serialVersionUID = 1L;

    private RowMoved(String what) {
        super(CODE, what, "Insert the row anew for the other one and delete this one.");
    }

    static RowMoved of(Dataset dataset, String what) {
        return new RowMoved("an UPDATE of dataset " + dataset.name() + " assigns another value to its " + what
                + " column; no row was changed.");
    }
}
