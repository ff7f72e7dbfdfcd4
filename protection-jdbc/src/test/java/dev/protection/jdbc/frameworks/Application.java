package dev.protection.jdbc.frameworks;

import javax.sql.DataSource;

/** A program that knows nothing of protection: it gets a data source and does its work. */
@FunctionalInterface
public interface Application {
    /**
     * Runs.
     *
     * @param source where its data is
     * @param journal what it sees
     * @throws Exception whatever goes wrong
     */
    void run(DataSource source, Journal journal) throws Exception;
}
