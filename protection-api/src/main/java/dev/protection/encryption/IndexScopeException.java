package dev.protection.encryption;

import dev.protection.ProtectionException;

/** A search over a blind index reaches more index scopes than one statement may carry terms for. */
public final class IndexScopeException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-INDEX-SCOPE";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param dataset the dataset searched
     * @param field the field searched
     * @param scopes how many scopes the search reaches
     * @param most how many it may reach
     */
    public IndexScopeException(String dataset, String field, int scopes, int most) {
        super(
                CODE,
                "a search for " + dataset + "." + field + " reaches " + scopes + " index scopes, more than " + most
                        + ".",
                "Narrow the tenants of the actor, or declare 'index-scope: root' for the field.");
    }
}
