package dev.protection.jdbc.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Scope;
import dev.protection.jdbc.oracle.Twin;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Runs an application on a plain database and on a protected one: it must not see a difference. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * Compares what the application saw, then the tables it leaves, then looks for plaintext in what is stored.
     *
     * @param database the product
     * @param declaration a resource
     * @param untold tables that hold times or other things that differ from run to run
     * @param application what runs
     */
    public static void compare(TestDatabase database, String declaration, Set<String> untold, Application application)
            throws Exception {
        try (Twin twin = Twin.on(database, declaration)) {
            Journal expected = new Journal();
            application.run(twin.plainSource(), expected);
            Journal seen = new Journal();
            try (Scope scope = Twin.everything()) {
                application.run(twin.shielded(), seen);
                assertThat(seen.differences(expected)).isEmpty();
                compareContents(twin, untold);
            }
            try (Connection raw = twin.raw()) {
                assertThat(Stored.plaintext(twin.plain())).isNotEmpty();
                assertThat(Stored.plaintext(raw)).isEmpty();
            }
            assertThat(twin.protection().audit().verify().problems()).isEmpty();
        }
    }

    private static void compareContents(Twin twin, Set<String> untold) throws SQLException {
        try (Connection shielded = twin.shielded().getConnection()) {
            List<String> tables = Stored.tables(twin.plain());
            assertThat(tables).isNotEmpty();
            for (String table : tables) {
                if (!untold.contains(Stored.folded(table))) {
                    assertThat(Stored.rows(shielded, table))
                            .as(table)
                            .containsExactlyElementsOf(Stored.rows(twin.plain(), table));
                }
            }
        }
    }
}
