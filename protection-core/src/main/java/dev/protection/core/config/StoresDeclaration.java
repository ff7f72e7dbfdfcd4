package dev.protection.core.config;

import java.util.List;
import java.util.Optional;

/**
 * Where state lives that is not the application's own.
 *
 * @param data the database with the application's data, on connections of the library's own
 * @param keys where wrapped keys live
 * @param ledger where the erasure ledger lives
 * @param anchor where log heads are published, as URIs; all must acknowledge
 */
public record StoresDeclaration(
        Optional<Database> data, Optional<Database> keys, Optional<Database> ledger, List<String> anchor) {
    /** Nothing is said. */
    public static final StoresDeclaration NONE =
            new StoresDeclaration(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * Copies the parts.
     *
     * @param data the data
     * @param keys the keys
     * @param ledger the ledger
     * @param anchor the anchors
     */
    public StoresDeclaration {
        anchor = List.copyOf(anchor);
    }

    /**
     * How a database is reached.
     *
     * @param url its JDBC URL
     * @param user the user; empty when the URL names it or none is needed
     * @param password the password
     */
    public record Database(String url, Optional<String> user, Optional<Secret> password) {
        /**
         * Returns the URL without anything that could carry a password.
         *
         * @return the URL up to its parameters, without user information
         */
        public String place() {
            return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
        }

        @Override
        public String toString() {
            return place();
        }
    }
}
