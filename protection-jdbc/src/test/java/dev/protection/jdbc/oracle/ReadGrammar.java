package dev.protection.jdbc.oracle;

import dev.protection.testing.servers.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes queries that nobody wrote: all that may be done with encrypted columns, in all places, nested in each other. */
final class ReadGrammar {
    private static final List<String> MAILS =
            List.of("'anna.sentinel@example.com'", "'zoe.sentinel@example.com'", "''", "'nobody@example.com'", "NULL");
    private static final List<String> NAMES = List.of("'Zoe Sentinel'", "'Anna Sentinel'", "'zoe sentinel'", "NULL");

    private final Random random;
    private final TestDatabase database;
    private int aliases;

    ReadGrammar(Random random, TestDatabase database) {
        this.random = random;
        this.database = database;
    }

    String query() {
        return switch (random.nextInt(10)) {
            case 0 -> grouped();
            case 1 -> "SELECT DISTINCT " + distinct() + " FROM " + from("c") + where("c", 2);
            case 2 -> branch() + (chance(2) ? " UNION ALL " : " UNION ") + branch();
            case 3 -> "SELECT * FROM (" + rows() + ") q" + (chance(2) ? " WHERE q.contact_id > 1" : "");
            case 4 -> "WITH q AS (" + rows() + ") SELECT q.* FROM q WHERE " + predicate("q", 1);
            case 5 -> joined();
            default -> "SELECT " + items("c") + " FROM " + from("c") + where("c", 3);
        };
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String rows() {
        return "SELECT contact_id, email, full_name, points, city FROM page_contact c" + where("c", 2);
    }

    private String from(String alias) {
        return chance(3) ? "(" + rows() + ") " + alias : "page_contact " + alias;
    }

    private String where(String alias, int depth) {
        return chance(4) ? "" : " WHERE " + predicate(alias, depth);
    }

    private String joined() {
        String kind = one(List.of(" JOIN ", " LEFT JOIN ", " RIGHT JOIN "));
        String on = one(List.of("c.email = d.email", "c.email <> d.email", "d.contact_id = c.contact_id + 1", same()));
        String more = chance(2) ? " AND " + predicate(chance(2) ? "c" : "d", 1) : "";
        return "SELECT " + items("c") + ", d.contact_id AS other, d.email AS theirs FROM " + from("c") + kind
                + from("d") + " ON " + on + more + where(chance(2) ? "c" : "d", 2);
    }

    private String same() {
        return database == TestDatabase.MARIADB ? "c.email <=> d.email" : "c.email IS NOT DISTINCT FROM d.email";
    }

    private String grouped() {
        String columns = one(List.of("c.email", "c.email, c.city", "c.city", "c.contact_id, c.full_name"));
        String having = chance(3) ? " HAVING COUNT(*) > 1" : chance(3) ? " HAVING COUNT(DISTINCT c.email) < 2" : "";
        return "SELECT " + columns + ", COUNT(*) AS n, COUNT(DISTINCT c.email) AS d, COUNT(c.points) AS p FROM "
                + from("c") + where("c", 2) + " GROUP BY " + columns + having;
    }

    private String distinct() {
        return one(
                List.of("c.email", "c.email, c.city", "c.contact_id, c.full_name", "c.city", "c.email AS m, c.points"));
    }

    private String branch() {
        String columns = one(List.of(
                "c.contact_id, c.email", "c.contact_id, c.full_name", "c.contact_id, NULL", "c.points, c.email"));
        return "SELECT " + columns + " FROM page_contact c" + where("c", 1);
    }

    private String items(String alias) {
        List<String> items = new ArrayList<>(List.of(alias + ".contact_id"));
        for (int i = random.nextInt(3); i >= 0; i--) {
            items.add(value(alias) + " AS x" + i);
        }
        return String.join(", ", items);
    }

    private String value(String alias) {
        return switch (random.nextInt(12)) {
            case 0 -> "UPPER(" + text(alias) + ")";
            case 1 -> "CONCAT(" + text(alias) + ", '-', " + text(alias) + ")";
            case 2 -> "COALESCE(" + text(alias) + ", " + text(alias) + ", 'none')";
            case 3 -> "CASE WHEN " + predicate(alias, 1) + " THEN " + text(alias) + " ELSE " + text(alias) + " END";
            case 4 -> "SUBSTRING(" + text(alias) + ", 2, 3)";
            case 5 -> alias + ".points + 1";
            case 6 -> subquery(alias);
            case 7 -> "(" + "SELECT COUNT(*) FROM page_contact i WHERE i.email = " + alias + ".email)";
            case 8 -> "RANK() OVER (PARTITION BY " + alias + ".email ORDER BY " + alias + ".contact_id)";
            case 9 -> "COUNT(" + alias + ".email) OVER (PARTITION BY " + alias + ".city)";
            default -> one(List.of(alias + ".email", alias + ".full_name", alias + ".points", alias + ".city"));
        };
    }

    private String text(String alias) {
        return one(List.of(alias + ".email", alias + ".full_name", alias + ".city", "'lit'"));
    }

    private String subquery(String alias) {
        String inner = "s" + ++aliases;
        return "(SELECT " + inner + "." + one(List.of("email", "full_name", "points")) + " FROM page_contact " + inner
                + " WHERE " + inner + ".contact_id = " + alias + ".contact_id - 1)";
    }

    private String predicate(String alias, int depth) {
        if (depth > 0 && !chance(3)) {
            String left = predicate(alias, depth - 1);
            return switch (random.nextInt(4)) {
                case 0 -> "(" + left + " AND " + predicate(alias, depth - 1) + ")";
                case 1 -> "(" + left + " OR " + predicate(alias, depth - 1) + ")";
                case 2 -> "NOT (" + left + ")";
                default -> "((" + left + ") IS NOT TRUE)";
            };
        }
        return atom(alias);
    }

    private String atom(String alias) {
        String mail = alias + ".email";
        return switch (random.nextInt(14)) {
            case 0 -> mail + " = " + one(MAILS);
            case 1 -> one(MAILS) + " <> " + mail;
            case 2 -> mail + (chance(2) ? " NOT" : "") + " IN (" + one(MAILS) + ", " + one(MAILS) + ")";
            case 3 -> mail + " IS" + (chance(2) ? " NOT" : "") + " NULL";
            case 4 -> alias + ".full_name = " + one(NAMES);
            case 5 -> alias + ".full_name NOT IN (" + one(NAMES) + ", " + one(NAMES) + ")";
            case 6 -> alias + ".points = " + random.nextInt(8);
            case 7 -> "(" + mail + ", " + alias + ".city) " + one(List.of("=", "<>")) + " (" + one(MAILS) + ", 'Oulu')";
            case 8 -> query(mail);
            case 9 -> exists(mail, alias);
            case 10 -> alias + ".city = 'Oulu'";
            case 11 -> distinctness(mail);
            case 12 -> mail + " = " + mail;
            default -> alias + ".contact_id > " + random.nextInt(8);
        };
    }

    private String query(String mail) {
        String inner = "i" + ++aliases;
        return mail + (chance(2) ? " NOT" : "") + " IN (SELECT " + inner + ".email FROM page_contact " + inner
                + " WHERE " + predicate(inner, 1) + ")";
    }

    private String exists(String mail, String alias) {
        String inner = "i" + ++aliases;
        return (chance(2) ? "NOT " : "") + "EXISTS (SELECT 1 FROM page_contact " + inner + " WHERE " + inner
                + ".email = " + mail + " AND " + inner + ".contact_id <> " + alias + ".contact_id)";
    }

    private String distinctness(String mail) {
        return database == TestDatabase.MARIADB
                ? mail + " <=> " + one(MAILS)
                : mail + " IS" + (chance(2) ? " NOT" : "") + " DISTINCT FROM " + one(MAILS);
    }
}
