package dev.protection.jdbc.frameworks.sql;

import dev.protection.jdbc.frameworks.Journal;
import dev.protection.jdbc.frameworks.sql.People.Person;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Jdbi: handles, batches, SQL objects. */
final class JdbiApplication {
    private JdbiApplication() {}

    /** The statements as methods. */
    public interface Persons {
        @SqlUpdate("insert into person (name, email, born, amount, points, active, seen, city)"
                + " values (:name, :email, :born, :amount, :points, :active, :seen, :city)")
        @GetGeneratedKeys("id")
        long insert(@BindMethods Person person);

        @SqlBatch("insert into entry (id, person_id, body, weight) values (:id, :person, :body, 1)")
        int[] entries(@Bind("id") List<Long> ids, @Bind("person") long person, @Bind("body") List<String> bodies);

        @SqlQuery("select * from person where email in (<emails>) order by id")
        List<Person> byEmail(@BindList("emails") List<String> emails);

        @SqlQuery("select name from person where name like :start || '%' order by name desc")
        List<String> startingWith(String start);

        @SqlUpdate("update person set email = :email where id = :id")
        boolean move(long id, @Nullable String email);
    }

    static void run(DataSource source, Journal journal) throws SQLException {
        People.create(source);
        Jdbi jdbi = Jdbi.create(source).installPlugin(new SqlObjectPlugin());
        jdbi.registerRowMapper(Person.class, ConstructorMapper.of(Person.class));
        journal.work("objects", () -> jdbi.useExtension(Persons.class, persons -> objects(persons, journal)));
        journal.work("handle", () -> jdbi.useTransaction(handle -> handle(handle, journal)));
        journal.work("batch", () -> jdbi.useTransaction(handle -> batch(handle, journal)));
        journal.attempt(
                "rolled back",
                () -> jdbi.inTransaction(handle -> {
                    handle.execute("update person set name = 'lost sentinel'");
                    throw new IllegalStateException();
                }));
        journal.note(
                "all",
                jdbi.withHandle(handle -> handle.createQuery("select * from person order by id")
                        .mapTo(Person.class)
                        .list()));
    }

    private static void objects(Persons persons, Journal journal) {
        for (int i = 1; i <= 4; i++) {
            journal.note("key", persons.insert(Person.of(i)));
        }
        journal.note(
                "entries", persons.entries(List.of(1L, 2L, 3L), 2, List.of("one sentinel", "two", "three sentinel")));
        journal.note(
                "by email", persons.byEmail(List.of("person.1.sentinel@example.com", "person.3.sentinel@example.com")));
        journal.attempt("by beginning", () -> persons.startingWith("Person"));
        journal.note("moved", persons.move(1, "moved.sentinel@example.com"));
        journal.attempt("moved onto another", () -> persons.move(2, "moved.sentinel@example.com"));
    }

    private static void handle(Handle handle, Journal journal) {
        journal.note(
                "maps",
                handle
                        .createQuery("select id, name, born, active from person where id < :last order by id")
                        .bind("last", 3)
                        .mapToMap()
                        .list()
                        .stream()
                        .map(row -> List.copyOf(row.keySet()) + " " + row.get("name") + row.get("born"))
                        .toList());
        journal.note(
                "joined",
                handle.createQuery(
                                "select p.name, e.body from person p join entry e on e.person_id = p.id order by e.id")
                        .map((row, context) -> row.getString("name") + " " + row.getString("body"))
                        .list());
        journal.note(
                "one",
                handle.createQuery("select name from person where email = ?")
                        .bind(0, "moved.sentinel@example.com")
                        .mapTo(String.class)
                        .findOne());
        handle.savepoint("before");
        handle.execute("update person set name = 'undone sentinel'");
        handle.rollbackToSavepoint("before");
        journal.note(
                "undone",
                handle.createQuery("select count(*) from person where name = 'undone sentinel'")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void batch(Handle handle, Journal journal) {
        PreparedBatch batch =
                handle.prepareBatch("insert into person (name, points, photo) values (:name, :points, :photo)");
        for (int i = 0; i < 3; i++) {
            batch.bind("name", "Batch Sentinel " + i)
                    .bind("points", i)
                    .bind("photo", new byte[] {1, (byte) i})
                    .add();
        }
        journal.note("keys", batch.executePreparedBatch("id").mapTo(Long.class).list());
        journal.note("deleted", handle.execute("delete from person where name = ?", "Batch Sentinel 1"));
        journal.note(
                "counts",
                handle.createUpdate("update person set points = :points where points is not null and active is null")
                        .bindMap(Map.of("points", 7))
                        .execute());
    }
}
