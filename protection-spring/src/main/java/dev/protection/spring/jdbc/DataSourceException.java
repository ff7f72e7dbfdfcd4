package dev.protection.spring.jdbc;

import dev.protection.ProtectionException;
import org.jspecify.annotations.Nullable;

/** A data source cannot be put under protection; the application does not start. */
final class DataSourceException extends ProtectionException {
    private static final long serialVersionUID = 1L;

    DataSourceException(String what, @Nullable Throwable cause) {
        super(
                "PROT-SPRING-DATASOURCE",
                "a data source " + what + ".",
                "Define it as a bean that has given out no connection yet, or list it under protection.unprotected.",
                cause);
    }
}
