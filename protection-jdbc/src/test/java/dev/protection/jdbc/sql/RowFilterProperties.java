package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Joins of any shape: the spliced row filters give the same rows as filtering each protected table first. */
class RowFilterProperties {
    private static final Connection DATABASE = open();

    private static Connection open() {
        try {
            return DriverManager.getConnection("jdbc:h2:mem:rowfilter");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeContainer
    static void fill() throws SQLException {
        try (Statement statement = DATABASE.createStatement()) {
            statement.execute("create table page (id bigint, title varchar(9), client_id bigint)");
            statement.execute("""
                    create table page_contact (contact_id bigint, client_id bigint, full_name varchar(9),
                        email varchar(9), email_index varchar(9), birth_date date, points int, points_index int,
                        city varchar(9), active boolean, last_seen timestamp)""");
            statement.execute(
                    "create table message (message_id bigint, contact_id bigint, client_id bigint, body varchar(9), sent date)");
            statement.execute("insert into page values (1, 'a', 1), (2, 'b', 2), (3, 'c', 3), (4, 'd', null)");
            statement.execute("""
                    insert into page_contact (contact_id, client_id, city)
                    values (1, 1, 'x'), (2, 1, 'y'), (3, 2, 'x'), (4, 2, null), (5, null, 'x')""");
            statement.execute("""
                    insert into message (message_id, contact_id, client_id)
                    values (1, 1, 1), (2, 1, 2), (3, 3, 1), (4, 3, 2), (5, null, 1), (6, 9, 2)""");
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        DATABASE.close();
    }

    @Property(tries = 200)
    void splicedFilters_meanTheSameAsFilteringFirst(@ForAll("joins") String from) throws SQLException {
        String sql = "select p.id, c.contact_id, m.message_id from " + from;
        QueryPlan plan;
        try {
            plan = (QueryPlan) Example.analyzer(Dialect.H2).analyze(sql);
        } catch (SqlRefused e) {
            assertThat(from).containsAnyOf("full", "using");
            return;
        }
        String filteredFirst = sql.replace("page_contact c", "(select * from page_contact where client_id in (1)) c")
                .replace("message m", "(select * from message where client_id in (1)) m");
        assertThat(rows(Rendered.sql(plan.template(), plan.occurrences(), "1"))).isEqualTo(rows(filteredFirst));
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = DATABASE.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2) + " " + result.getString(3));
            }
        }
        Collections.sort(rows);
        return rows;
    }

    @Provide
    Arbitrary<String> joins() {
        Arbitrary<String> kind = Arbitraries.of("join", "left join", "right join", "cross join", "full join");
        Arbitrary<List<String>> tables = Arbitraries.shuffle("page p", "page_contact c", "message m");
        Arbitrary<String> tail = Arbitraries.of("", " where p.id < 4", " where c.city = 'x' or m.message_id > 2");
        return Combinators.combine(tables, kind, kind, Arbitraries.of(0, 1), tail)
                .as((names, first, second, shape, where) -> shape == 0
                        ? joined(joined(names.get(0), first, names.get(1)), second, names.get(2)) + where
                        : joined(names.get(0), first, "(" + joined(names.get(1), second, names.get(2)) + ")") + where);
    }

    private static String joined(String left, String kind, String right) {
        return left + " " + kind + " " + right + (kind.equals("cross join") ? "" : " on " + condition(left, right));
    }

    private static String condition(String left, String right) {
        String both = left + right;
        boolean contacts = both.contains(" c") && both.contains(" m");
        if (contacts && !(both.contains(" p") && (left.contains(" p") == left.contains(" c")))) {
            return "c.contact_id = m.contact_id";
        }
        return both.contains(" c") && both.contains(" p") ? "p.client_id = c.client_id" : "p.client_id = m.client_id";
    }
}
