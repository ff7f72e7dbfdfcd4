package dev.protection.jdbc.frameworks.sql;

import dev.protection.jdbc.frameworks.Journal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.dbutils.handlers.ArrayListHandler;
import org.apache.commons.dbutils.handlers.BeanListHandler;
import org.apache.commons.dbutils.handlers.ColumnListHandler;
import org.apache.commons.dbutils.handlers.MapHandler;
import org.apache.commons.dbutils.handlers.ScalarHandler;
import org.jspecify.annotations.Nullable;

/** Commons DbUtils: a runner and its handlers; parameters of an unknown type by way of their metadata. */
final class DbUtilsApplication {
    private DbUtilsApplication() {}

    /** A bean. */
    public static final class Named {
        private long id;

        @Nullable
        private String name;

        /** Sets. */
        public void setId(long id) {
            this.id = id;
        }

        /** Sets. */
        public void setName(@Nullable String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return id + " " + name;
        }
    }

    static void run(DataSource source, Journal journal) throws SQLException {
        People.create(source);
        QueryRunner runner = new QueryRunner(source);
        String insert = "insert into person (name, email, points, active) values (?, ?, ?, ?)";
        journal.note(
                "key",
                runner.insert(insert, new ScalarHandler<Number>(), "One Sentinel", "one@sentinel", 1, true)
                        .longValue());
        journal.note("nulls", runner.update(insert, "Two Sentinel", null, null, null));
        journal.note("batch", runner.batch(insert, new Object[][] {
            {"Three Sentinel", "three@sentinel", 3, false}, {"Four Sentinel", null, 4, null}
        }));
        journal.note(
                "beans", runner.query("select id, name from person order by id", new BeanListHandler<>(Named.class)));
        journal.note(
                "arrays",
                runner
                        .query("select name, email, points, active from person order by id", new ArrayListHandler())
                        .stream()
                        .map(Arrays::toString)
                        .toList());
        Map<String, Object> one =
                runner.query("select * from person where email = ?", new MapHandler(), "three@sentinel");
        journal.note("map", List.of(one.get("NAME"), one.get("name"), one.size()));
        journal.note(
                "column",
                runner.query(
                        "select name from person where name in (?, ?) order by id",
                        new ColumnListHandler<>(1),
                        "Three Sentinel",
                        "Two Sentinel"));
        journal.note(
                "changed",
                runner.update("update person set name = ?, email = ? where id = ?", "New Sentinel", null, 1));
        journal.attempt("twice", () -> runner.update("update person set email = ? where id = 2", "three@sentinel"));
        journal.open("deleted by a call", () -> runner.execute("delete from person where name = ?", "Nobody Sentinel"));
    }
}
