/** What is promised: the vocabulary, the capabilities and their ports. Depends on the JDK alone. */
module dev.protection.api {
    requires static transitive org.jspecify;

    exports dev.protection;
    exports dev.protection.access;
    exports dev.protection.anomaly;
    exports dev.protection.audit;
    exports dev.protection.encryption;
    exports dev.protection.lawfulness;
    exports dev.protection.measures;
    exports dev.protection.retention;
    exports dev.protection.rights;
}
