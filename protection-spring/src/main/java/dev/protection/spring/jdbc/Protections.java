package dev.protection.spring.jdbc;

import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import java.util.List;
import java.util.Optional;

/** Gives data sources the protection they are under. Safe for use by several threads. */
interface Protections extends AutoCloseable {
    /**
     * Returns the protection of one data source.
     *
     * @param bean the name of its bean
     * @param location what its URL says about where the declaration is
     * @param database where it leads
     * @return the same for the same declaration and database
     */
    Protection of(String bean, Optional<String> location, StoresSettings.Database database);

    /**
     * Returns the protection by the default declaration, without a data source if none has asked for it.
     *
     * @return the default one
     */
    Protection byDefault();

    /**
     * Returns what has been given so far.
     *
     * @return the protections
     */
    List<Protection> all();

    @Override
    void close();
}
