package dev.protection.jdbc.store;

import dev.protection.ProtectionException;

/** The library's own tables are missing, or of a version this library does not know. */
final class SchemaException extends ProtectionException {
    private static final long serialVersionUID = 1L;

    private SchemaException(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    static SchemaException missing(String store, String ddl) {
        return new SchemaException(
                "PROT-STORE-SCHEMA-MISSING",
                "the tables of the " + store + " do not exist, and only the development profile creates them.",
                "Have them created by these statements:\n" + ddl);
    }

    static SchemaException unknown(String store, int found) {
        return new SchemaException(
                "PROT-STORE-SCHEMA-VERSION",
                "the tables of the " + store + " have version " + found + ", this library knows up to "
                        + SchemaScript.VERSION + ".",
                "Use a library as new as the tables; nothing was changed.");
    }
}
