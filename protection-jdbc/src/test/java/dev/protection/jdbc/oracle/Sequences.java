package dev.protection.jdbc.oracle;

import dev.protection.testing.servers.TestDatabase;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates statements on one table, of two tenants and several persons, that come one after the other. */
final class Sequences {
    static final String BEGIN = "BEGIN";
    static final String COMMIT = "COMMIT";
    static final String ROLLBACK = "ROLLBACK";

    private static final String COLUMNS = "(contact_id, client_id, full_name, email, points, city)";

    private final TestDatabase database;

    Sequences(TestDatabase database) {
        this.database = database;
    }

    Arbitrary<List<String>> statements() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, rows().map(rows -> "INSERT INTO page_contact " + COLUMNS + " VALUES " + rows)),
                        Tuple.of(3, upsert()),
                        Tuple.of(4, update()),
                        Tuple.of(2, condition().map(where -> "DELETE FROM page_contact WHERE " + where)),
                        Tuple.of(4, select()),
                        Tuple.of(1, copy()),
                        Tuple.of(2, Arbitraries.of(BEGIN, COMMIT, ROLLBACK)))
                .list()
                .ofMinSize(10)
                .ofMaxSize(25);
    }

    private static Arbitrary<String> id() {
        return Arbitraries.integers().between(1, 5).map(String::valueOf);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of("'Anna Sentinel'", "'anna sentinel'", "''", "'Zoe Sentinel '", "'O''Sentinel'");
    }

    private static Arbitrary<String> mail() {
        return Arbitraries.of("'a.sentinel@example.com'", "'z.sentinel@example.com'", "''", "NULL");
    }

    private static Arbitrary<String> points() {
        return Arbitraries.of("0", "1", "-7", "2147483647", "NULL");
    }

    private static Arbitrary<String> row() {
        return Combinators.combine(
                        id(),
                        Arbitraries.of("'acme'", "'globex'"),
                        name(),
                        mail(),
                        points(),
                        Arbitraries.of("'Oulu'", "NULL"))
                .as((id, tenant, name, mail, points, city) ->
                        "(" + String.join(", ", id, tenant, name, mail, points, city) + ")");
    }

    private static Arbitrary<String> rows() {
        return Arbitraries.oneOf(row(), row(), Combinators.combine(row(), row()).as((one, two) -> one + ", " + two));
    }

    private Arbitrary<String> upsert() {
        return row().map(row -> switch (database) {
            case H2 -> "MERGE INTO page_contact " + COLUMNS + " KEY (contact_id) VALUES " + row;
            case POSTGRESQL ->
                "INSERT INTO page_contact " + COLUMNS + " VALUES " + row
                        + " ON CONFLICT (contact_id) DO UPDATE SET full_name = EXCLUDED.full_name, points = 3";
            case MARIADB ->
                "INSERT INTO page_contact " + COLUMNS + " VALUES " + row
                        + " ON DUPLICATE KEY UPDATE full_name = VALUES(full_name), points = 3";
        });
    }

    private static Arbitrary<String> update() {
        Arbitrary<String> set = Arbitraries.oneOf(
                name().map(name -> "full_name = " + name),
                mail().map(mail -> "email = " + mail),
                Combinators.combine(points(), mail()).as((points, mail) -> "points = " + points + ", email = " + mail),
                Arbitraries.of("city = 'Turku'", "city = NULL"));
        return Combinators.combine(set, condition())
                .as((change, where) -> "UPDATE page_contact SET " + change + " WHERE " + where);
    }

    private static Arbitrary<String> condition() {
        Arbitrary<String> one = Arbitraries.oneOf(
                id().map(id -> "contact_id = " + id),
                mail().map(mail -> "email = " + mail),
                mail().map(mail -> "email <> " + mail),
                name().map(name -> "full_name = " + name),
                points().map(points -> "points = " + points),
                Arbitraries.of("email IS NULL", "points IS NOT NULL", "client_id = 'globex'", "city = 'Oulu'"));
        return Arbitraries.oneOf(
                one,
                Combinators.combine(one, one).as((left, right) -> left + " AND " + right),
                Combinators.combine(one, one).as((left, right) -> left + " OR NOT (" + right + ")"));
    }

    private static Arbitrary<String> select() {
        Arbitrary<String> items = Arbitraries.of(
                "*", "contact_id, email", "full_name, points, city", "COUNT(*) AS n, COUNT(email) AS mails");
        return Combinators.combine(items, condition())
                .as((shown, where) -> "SELECT " + shown + " FROM page_contact WHERE " + where);
    }

    private static Arbitrary<String> copy() {
        return condition()
                .map(where -> "INSERT INTO page_contact " + COLUMNS
                        + " SELECT contact_id + 5, client_id, full_name, email, points, city FROM page_contact WHERE "
                        + where);
    }
}
