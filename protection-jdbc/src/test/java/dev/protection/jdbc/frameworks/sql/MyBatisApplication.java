package dev.protection.jdbc.frameworks.sql;

import dev.protection.jdbc.frameworks.Journal;
import dev.protection.jdbc.frameworks.sql.People.Person;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;

/** MyBatis: mappers, dynamic SQL, generated keys, batches, row bounds. */
final class MyBatisApplication {
    private MyBatisApplication() {}

    /** A person as MyBatis fills it. */
    public static final class Row {
        @Nullable
        Long id;

        @Nullable
        String name;

        @Nullable
        String email;

        @Nullable
        LocalDate born;

        @Nullable
        BigDecimal amount;

        @Nullable
        Integer points;

        @Nullable
        Boolean active;

        @Nullable
        LocalDateTime seen;

        byte @Nullable [] photo;

        @Nullable
        String city;

        static Row of(int number) {
            Person person = Person.of(number);
            Row row = new Row();
            row.name = person.name();
            row.email = person.email();
            row.born = person.born();
            row.amount = person.amount();
            row.points = person.points();
            row.active = person.active();
            row.seen = person.seen();
            row.photo = new byte[] {0, (byte) number};
            row.city = person.city();
            return row;
        }

        @Override
        public String toString() {
            return id + " " + name + " " + email + " " + born + " "
                    + (amount == null ? null : amount.stripTrailingZeros().toPlainString()) + " " + points + " "
                    + active
                    + " " + seen + " " + (photo == null ? null : photo.length) + " " + city;
        }
    }

    static void run(DataSource source, Journal journal) throws SQLException {
        People.create(source);
        Configuration configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), source));
        configuration.addMapper(PersonMapper.class);
        configuration.setCacheEnabled(false);
        SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(configuration);
        journal.work("simple", () -> simple(factory, journal));
        journal.work("reused", () -> reused(factory, journal));
        journal.work("batch", () -> batch(factory, journal));
    }

    private static void simple(SqlSessionFactory factory, Journal journal) {
        try (SqlSession session = factory.openSession()) {
            PersonMapper people = session.getMapper(PersonMapper.class);
            for (int i = 1; i <= 5; i++) {
                Row row = Row.of(i);
                people.insert(row);
                journal.note("key", row.id);
            }
            journal.note("all at once", people.insertAll(List.of(Row.of(6), Row.of(7))));
            for (int i = 1; i <= 3; i++) {
                Map<String, Object> entry = new HashMap<>(Map.of("person", (long) i, "body", "entry sentinel " + i));
                people.entry(entry);
                journal.note("selected key", entry.get("id"));
            }
            session.commit();
            journal.note("by id", people.byId(2));
            journal.note("nobody", people.byId(99));
            journal.note("by email", people.search("person.3.sentinel@example.com", null));
            journal.note("by city", people.search(null, "Oulu"));
            journal.note("everybody", people.search(null, null));
            journal.attempt("by beginning", () -> people.startingWith("Person Sentinel"));
            journal.note("page", people.sorted(new RowBounds(2, 2)));
        }
    }

    private static void reused(SqlSessionFactory factory, Journal journal) {
        try (SqlSession session = factory.openSession(ExecutorType.REUSE)) {
            PersonMapper people = session.getMapper(PersonMapper.class);
            List<Map<String, Object>> counted = people.counted();
            counted.forEach(row -> {
                Map<String, Object> folded = new HashMap<>();
                row.forEach((name, value) -> folded.put(name.toLowerCase(java.util.Locale.ROOT), value));
                journal.note("counted", folded.get("id") + " " + folded.get("name") + " " + folded.get("entries"));
            });
            Row change = new Row();
            change.id = 2L;
            change.name = "Changed Sentinel";
            change.points = 77;
            journal.note("changed", people.change(change));
            change.points = null;
            change.id = 3L;
            journal.note("changed less", people.change(change));
            journal.note("forgotten", people.forget("person.5.sentinel@example.com"));
            journal.note("entries gone", people.deleteEntries("Changed Sentinel"));
            session.rollback();
            journal.note("as before", people.byId(2));
        }
    }

    private static void batch(SqlSessionFactory factory, Journal journal) {
        try (SqlSession session = factory.openSession(ExecutorType.BATCH)) {
            PersonMapper people = session.getMapper(PersonMapper.class);
            List<Row> rows = List.of(Row.of(8), Row.of(9));
            rows.forEach(people::insert);
            Row change = Row.of(1);
            change.id = 1L;
            change.name = "Batched Sentinel";
            people.change(change);
            journal.note(
                    "results",
                    session.flushStatements().stream()
                            .map(each -> each.getUpdateCounts())
                            .toList());
            rows.forEach(row -> journal.note("batched key", row.id));
            people.insert(Row.of(8));
            journal.attempt("an address twice", session::flushStatements);
            session.rollback();
        }
        try (SqlSession session = factory.openSession()) {
            journal.note("at the end", session.getMapper(PersonMapper.class).search(null, null));
        }
    }
}
