package dev.protection.core.config;

/** A place that production must name, in the file or through the builder. */
public enum StatePlace {
    /** The root key. */
    ROOT_KEY("keys.root", "the URI of the root key, such as env:NAME or file:/secure/root.json"),
    /** The database with the data, for the library's own connections. */
    DATA("stores.data", "the JDBC URL for the library's own connections to the data's database"),
    /** The wrapped keys. */
    KEYS("stores.keys", "the JDBC URL of the database with the wrapped keys, apart from the data"),
    /** The erasure ledger. */
    LEDGER("stores.ledger", "the JDBC URL of the database with the erasure ledger, apart from the data"),
    /** The anchors of log heads. */
    ANCHOR("stores.anchor", "where log heads are published, such as [\"file:/mnt/anchor\"]");

    private final String path;
    private final String what;

    StatePlace(String path, String what) {
        this.path = path;
        this.what = what;
    }

    /**
     * Returns the path in the file.
     *
     * @return for example {@code stores.keys}
     */
    public String path() {
        return path;
    }

    String what() {
        return what;
    }

    boolean named(Configuration configuration) {
        return switch (this) {
            case ROOT_KEY -> configuration.rootKey().isPresent();
            case DATA -> configuration.stores().data().isPresent();
            case KEYS -> configuration.stores().keys().isPresent();
            case LEDGER -> configuration.stores().ledger().isPresent();
            case ANCHOR -> !configuration.stores().anchor().isEmpty();
        };
    }
}
