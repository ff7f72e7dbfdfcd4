package dev.protection.jdbc.frameworks.sql;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.protection.jdbc.frameworks.Journal;
import dev.protection.jdbc.frameworks.sql.People.Person;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/** jOOQ without generated code. */
final class JooqApplication {
    private static final Table<Record> PERSON = table(name("person"));
    private static final Table<Record> ENTRY = table(name("entry"));
    private static final Field<Long> ID = field(name("person", "id"), Long.class);
    private static final Field<String> NAME = field(name("person", "name"), String.class);
    private static final Field<String> EMAIL = field(name("person", "email"), String.class);
    private static final Field<LocalDate> BORN = field(name("person", "born"), LocalDate.class);
    private static final Field<BigDecimal> AMOUNT = field(name("person", "amount"), BigDecimal.class);
    private static final Field<Integer> POINTS = field(name("person", "points"), Integer.class);
    private static final Field<Boolean> ACTIVE = field(name("person", "active"), Boolean.class);
    private static final Field<LocalDateTime> SEEN = field(name("person", "seen"), LocalDateTime.class);
    private static final Field<byte[]> PHOTO = field(name("person", "photo"), byte[].class);
    private static final Field<String> CITY = field(name("person", "city"), String.class);
    private static final Field<Long> OWNER = field(name("entry", "person_id"), Long.class);
    private static final Field<Long> ENTRY_ID = field(name("entry", "id"), Long.class);
    private static final Field<String> BODY = field(name("entry", "body"), String.class);

    private JooqApplication() {}

    static void run(DataSource source, Journal journal) throws SQLException {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        People.create(source);
        DSLContext dsl = DSL.using(
                source,
                dialect(source),
                new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withRenderNameCase(RenderNameCase.LOWER));
        journal.work("insert", () -> insert(dsl, journal));
        journal.work("read", () -> read(dsl, journal));
        journal.work("conditions", () -> conditions(dsl, journal));
        journal.work("change", () -> change(dsl, journal));
        journal.work("transaction", () -> transaction(dsl, journal));
        journal.note("all", dsl.select(NAME).from(PERSON).orderBy(ID).fetch(NAME));
    }

    private static SQLDialect dialect(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return JDBCUtils.dialect(connection);
        }
    }

    private static void insert(DSLContext dsl, Journal journal) {
        for (int i = 1; i <= 4; i++) {
            Person person = Person.of(i);
            journal.note(
                    "inserted",
                    dsl.insertInto(PERSON, NAME, EMAIL, BORN, AMOUNT, POINTS, ACTIVE, SEEN, PHOTO, CITY)
                            .values(
                                    person.name(),
                                    person.email(),
                                    person.born(),
                                    person.amount(),
                                    person.points(),
                                    person.active(),
                                    person.seen(),
                                    new byte[] {(byte) i},
                                    person.city())
                            .execute());
        }
        journal.note(
                "several",
                dsl.insertInto(PERSON, NAME, POINTS)
                        .values("Row Sentinel 1", 1)
                        .values("Row Sentinel 2", 2)
                        .execute());
        journal.attempt(
                "returning",
                () -> dsl.insertInto(PERSON, NAME)
                        .values("Key Sentinel")
                        .returningResult(ID)
                        .fetchOne(0));
        journal.note(
                "batch",
                dsl.batch(dsl.insertInto(ENTRY, ENTRY_ID, OWNER, BODY).values((Long) null, null, null))
                        .bind(1L, 1L, "body sentinel 1")
                        .bind(2L, 1L, "body sentinel 2")
                        .bind(3L, 2L, null)
                        .execute());
    }

    private static void read(DSLContext dsl, Journal journal) {
        journal.note(
                "records",
                dsl.select(ID, NAME, EMAIL, BORN, POINTS, ACTIVE, SEEN, CITY)
                        .from(PERSON)
                        .orderBy(ID)
                        .fetch()
                        .format());
        journal.note(
                "types",
                dsl.fetchOne("select * from person where id = ?", 1L).intoMap().size());
        journal.note(
                "joined",
                dsl.select(NAME, BODY)
                        .from(PERSON)
                        .leftJoin(ENTRY)
                        .on(OWNER.eq(ID))
                        .orderBy(ID, ENTRY_ID)
                        .fetch()
                        .format());
        journal.note(
                "counted",
                dsl.select(ID, NAME, count())
                        .from(PERSON)
                        .join(ENTRY)
                        .on(OWNER.eq(ID))
                        .groupBy(ID, NAME)
                        .orderBy(ID)
                        .fetch()
                        .format());
        journal.note(
                "page",
                dsl.select(NAME).from(PERSON).orderBy(ID).limit(2).offset(1).fetch(NAME));
        journal.note(
                "sorted page",
                dsl.select(NAME).from(PERSON).orderBy(NAME.desc()).limit(2).fetch(NAME));
        journal.note("exists", dsl.fetchExists(select(ID).from(PERSON).where(NAME.eq("Row Sentinel 1"))));
        journal.note("count", dsl.fetchCount(dsl.selectFrom(PERSON).where(EMAIL.isNull())));
        journal.note(
                "plain",
                dsl.fetch("select name, points from person where email = ?", "person.2.sentinel@example.com")
                        .format());
        try (var cursor = dsl.select(ENTRY_ID, BODY)
                .from(ENTRY)
                .orderBy(ENTRY_ID)
                .fetchSize(1)
                .fetchLazy()) {
            cursor.forEach(record -> journal.note("lazy", record.get(BODY)));
        }
    }

    private static void conditions(DSLContext dsl, Journal journal) {
        journal.note(
                "in",
                dsl.select(ID)
                        .from(PERSON)
                        .where(NAME.in("Row Sentinel 1", "Row Sentinel 2"))
                        .orderBy(ID)
                        .fetch(ID));
        journal.note(
                "row",
                dsl.select(ID)
                        .from(PERSON)
                        .where(row(NAME, CITY).eq("Person Sentinel 1", "Turku"))
                        .fetch(ID));
        journal.note(
                "distinct from",
                dsl.select(ID)
                        .from(PERSON)
                        .where(EMAIL.isDistinctFrom("nobody"))
                        .orderBy(ID)
                        .fetch(ID));
        journal.attempt(
                "begins",
                () -> dsl.select(ID)
                        .from(PERSON)
                        .where(NAME.startsWith("Row"))
                        .orderBy(ID)
                        .fetch(ID));
        journal.attempt(
                "like",
                () -> dsl.select(ID)
                        .from(PERSON)
                        .where(NAME.like("Person%"))
                        .orderBy(ID)
                        .fetch(ID));
        journal.attempt(
                "ignoring case",
                () -> dsl.select(ID)
                        .from(PERSON)
                        .where(NAME.likeIgnoreCase("person%"))
                        .orderBy(ID)
                        .fetch(ID));
        journal.note(
                "subquery",
                dsl.select(NAME)
                        .from(PERSON)
                        .where(ID.in(select(OWNER).from(ENTRY)))
                        .orderBy(ID)
                        .fetch(NAME));
        journal.note(
                "common table",
                dsl.with("chosen")
                        .as(select(ID.as("chosen_id"), NAME.as("chosen_name"))
                                .from(PERSON)
                                .where(CITY.eq("Oulu")))
                        .select()
                        .from(table(name("chosen")))
                        .orderBy(field(name("chosen_id")))
                        .fetch()
                        .format());
        journal.note(
                "union",
                dsl.select(NAME)
                        .from(PERSON)
                        .where(ID.eq(1L))
                        .unionAll(select(NAME).from(PERSON).where(ID.eq(2L)))
                        .fetch()
                        .size());
    }

    private static void change(DSLContext dsl, Journal journal) {
        journal.note(
                "updated",
                dsl.update(PERSON)
                        .set(NAME, "Updated Sentinel")
                        .set(POINTS, 5)
                        .where(ID.eq(1L))
                        .execute());
        journal.note(
                "nulled",
                dsl.update(PERSON)
                        .setNull(EMAIL)
                        .where(EMAIL.eq("person.3.sentinel@example.com"))
                        .execute());
        journal.note(
                "deleted",
                dsl.deleteFrom(PERSON).where(NAME.eq("Row Sentinel 2")).execute());
        journal.attempt(
                "an address twice",
                () -> dsl.update(PERSON)
                        .set(EMAIL, "person.2.sentinel@example.com")
                        .where(ID.eq(1L))
                        .execute());
        journal.attempt(
                "upsert",
                () -> dsl.insertInto(ENTRY, ENTRY_ID, OWNER, BODY)
                        .values(1L, 1L, "upserted sentinel")
                        .onDuplicateKeyIgnore()
                        .execute());
        journal.note("bodies", dsl.select(BODY).from(ENTRY).orderBy(ENTRY_ID).fetch(BODY));
    }

    private static void transaction(DSLContext dsl, Journal journal) {
        journal.attempt(
                "nested",
                () -> dsl.transactionResult(outer -> {
                    outer.dsl()
                            .update(PERSON)
                            .set(NAME, "Outer Sentinel")
                            .where(ID.eq(2L))
                            .execute();
                    try {
                        outer.dsl().transaction(inner -> {
                            inner.dsl()
                                    .update(PERSON)
                                    .set(NAME, "Inner Sentinel")
                                    .where(ID.eq(2L))
                                    .execute();
                            throw new IllegalStateException();
                        });
                    } catch (IllegalStateException expected) {
                        journal.note("inner", "rolled back");
                    }
                    return List.copyOf(outer.dsl()
                            .select(NAME)
                            .from(PERSON)
                            .where(ID.eq(2L))
                            .forUpdate()
                            .fetch(NAME));
                }));
    }
}
