/** How it is kept: the engines, joined in the flows, behind the façade. */
@SuppressWarnings("module") // jdbc, to which flow is exported, is compiled later
module dev.protection.core {
    requires transitive dev.protection.api;
    requires transitive com.google.crypto.tink;
    requires transitive micrometer.core;
    requires com.google.gson; // of Tink, which as an automatic module cannot say so
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static tools.jackson.dataformat.yaml;
    requires static org.snakeyaml.engine;
    requires java.sql;
    requires static transitive org.jspecify;

    exports dev.protection.core;
    exports dev.protection.core.flow to
            dev.protection.jdbc;

    uses dev.protection.core.StoresProvider;
    uses dev.protection.encryption.KeyWrapperProvider;

    provides dev.protection.encryption.KeyWrapperProvider with
            dev.protection.core.encryption.EnvironmentRootKey,
            dev.protection.core.encryption.FileRootKey;
}
