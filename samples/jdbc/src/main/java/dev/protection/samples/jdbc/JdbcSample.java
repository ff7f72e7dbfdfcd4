package dev.protection.samples.jdbc;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

/** Starts the sample: on embedded H2, or with {@code --postgres} on a PostgreSQL that it brings along. */
public final class JdbcSample {
    private static final int PEOPLE = 2_000;

    private JdbcSample() {}

    /**
     * Runs the sample.
     *
     * @param arguments {@code --postgres}, or none
     * @throws IOException when the PostgreSQL cannot be started
     * @throws SQLException when a statement fails
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        run(List.of(arguments).contains("--postgres"), PEOPLE, System.out);
    }

    static void run(boolean postgres, int people, PrintStream out) throws IOException, SQLException {
        FreshStart.prepare();
        try (Database database = postgres ? Database.postgres() : Database.h2();
                MainJob job = new MainJob(database, out)) {
            job.run(people);
        }
    }
}
