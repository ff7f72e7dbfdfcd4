package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.RetentionClass;
import dev.protection.Search;
import dev.protection.SubjectPath;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.Reading;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Outcome;
import dev.protection.rights.Page;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRule;
import dev.protection.rights.RequestId;
import dev.protection.rights.RunContext;
import dev.protection.testing.servers.TestDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableDataSourceTest {
    private static final TenantId CLIENT = TenantId.of("client");
    private static final SubjectRef ANNA = SubjectRef.of(CLIENT, "contact", 7);
    private static final SubjectRef OWNER = SubjectRef.of(TenantId.of("fixed"), "owner", "o1");
    private static final RequestId RUN = new RequestId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource
    void locate_walksAllDatasetsAndTellsPersonsApart(TestDatabase database) {
        try (Place place = new Place(database)) {
            List<Found> anna = pages(cursor -> place.source.locate(ANNA, cursor, RunContext.looking(RUN, 2)));
            assertThat(anna)
                    .extracting(found -> found.ref().dataset())
                    .containsExactly("contact", "message", "message", "message");
            assertThat(anna).allSatisfy(found -> assertThat(found.subject()).isEqualTo(ANNA));
            assertThat(anna.get(0).fields()).containsExactly("email", "note", "score");
            assertThat(anna.get(0).since()).contains(Instant.parse("2020-01-02T03:04:05Z"));
            assertThat(anna.get(1).since()).contains(Instant.parse("2021-05-06T00:00:00Z"));
            assertThat(pages(cursor -> place.source.locate(
                            SubjectRef.of(TenantId.of("Client"), "contact", 7), cursor, RunContext.looking(RUN, 2))))
                    .isEmpty();
            assertThat(pages(cursor -> place.source.locate(
                            SubjectRef.of(CLIENT, "contact", "seven"), cursor, RunContext.looking(RUN, 2))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void locate_followsOneHop(TestDatabase database) {
        try (Place place = new Place(database)) {
            List<Found> owner = pages(cursor -> place.source.locate(OWNER, cursor, RunContext.looking(RUN, 1)));
            assertThat(owner)
                    .extracting(found -> found.ref().dataset())
                    .containsExactly("visit", "visit", "pet", "pet");
            assertThat(owner).allSatisfy(found -> assertThat(found.subject()).isEqualTo(OWNER));
            RecordRule remove = found -> Instruction.REMOVE;
            assertThat(pages(cursor -> place.source.erase(OWNER, cursor, new RunContext(RUN, 1, remove))))
                    .hasSize(4);
            assertThat(pages(cursor -> place.source.verify(OWNER, cursor, RunContext.looking(RUN, 1))))
                    .isEmpty();
            SubjectRef other = SubjectRef.of(TenantId.of("fixed"), "owner", "O1");
            assertThat(pages(cursor -> place.source.locate(other, cursor, RunContext.looking(RUN, 9))))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void export_opensCellsAndKeepsTypes(TestDatabase database) {
        try (Place place = new Place(database)) {
            List<ExportItem> items = pages(cursor -> place.source.export(ANNA, cursor, RunContext.looking(RUN, 10)));
            assertThat(items.get(0).values())
                    .containsEntry("email", Optional.of("anna@example.com"))
                    .containsEntry("note", Optional.of("hello"))
                    .containsEntry("score", Optional.of(5L))
                    .containsEntry("birth", Optional.empty());
            assertThat(items).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void erase_shredsClearsAndLeavesOthersAsTheyAre(TestDatabase database) {
        try (Place place = new Place(database)) {
            List<String> before = place.dump("id <> 1", "subject_id <> 7");
            RecordRule all = found -> found.ref().dataset().equals("message")
                    ? Instruction.REMOVE
                    : found.fields().isEmpty()
                            ? Instruction.NOTHING
                            : new Instruction(false, set("email"), set("note", "score", "birth"));
            List<RecordOutcome> outcomes =
                    pages(cursor -> place.source.erase(ANNA, cursor, new RunContext(RUN, 2, all)));
            assertThat(outcomes)
                    .extracting(RecordOutcome::outcome)
                    .containsOnly(Outcome.ERASED)
                    .hasSize(4);
            assertThat(place.dump("id <> 1", "subject_id <> 7")).isEqualTo(before);
            assertThat(place.dump("id = 1", "subject_id = 7")).containsExactly("1|null|null||0");
            assertThat(pages(cursor -> place.source.verify(ANNA, cursor, RunContext.looking(RUN, 1))))
                    .isEmpty();
            place.keys.destroy(List.of(Place.keyId(7)), Instant.EPOCH);
            List<Found> left = pages(cursor -> place.source.locate(ANNA, cursor, RunContext.looking(RUN, 1)));
            assertThat(left)
                    .singleElement()
                    .satisfies(found -> assertThat(found.fields()).isEmpty());
            assertThat(pages(cursor -> place.source.erase(ANNA, cursor, new RunContext(RUN, 2, all))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void verify_findsWhatIsReadable(TestDatabase database) {
        try (Place place = new Place(database)) {
            List<Found> left = pages(cursor -> place.source.verify(ANNA, cursor, RunContext.looking(RUN, 1)));
            assertThat(left).hasSize(4);
            assertThat(left.get(0).fields()).containsExactly("email", "note", "score");
            assertThat(pages(cursor -> place.source.verify(OWNER, cursor, RunContext.looking(RUN, 1))))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void erase_thatAConstraintForbids_retainsThatRowAlone(TestDatabase database) {
        try (Place place = new Place(database)) {
            place.sql("CREATE TABLE attachment (id INT PRIMARY KEY, message_id INT NOT NULL,"
                    + " FOREIGN KEY (message_id) REFERENCES message (id))");
            place.sql("INSERT INTO attachment VALUES (1, 102)");
            RecordRule remove =
                    found -> found.ref().dataset().equals("message") ? Instruction.REMOVE : Instruction.NOTHING;
            List<RecordOutcome> outcomes =
                    pages(cursor -> place.source.erase(ANNA, cursor, new RunContext(RUN, 10, remove)));
            assertThat(outcomes)
                    .extracting(RecordOutcome::outcome)
                    .containsExactlyInAnyOrder(Outcome.ERASED, Outcome.ERASED, Outcome.RETAINED);
            assertThat(pages(cursor -> place.source.locate(ANNA, cursor, RunContext.looking(RUN, 10))))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void older_findsRowsByAgeOfAnyPerson(TestDatabase database) {
        try (Place place = new Place(database)) {
            Instant day = Instant.parse("2021-05-06T00:00:00Z");
            assertThat(pages(cursor -> place.source.older("message", day, cursor, RunContext.looking(RUN, 2))))
                    .hasSize(4);
            assertThat(pages(cursor ->
                            place.source.older("message", day.minusSeconds(1), cursor, RunContext.looking(RUN, 2))))
                    .isEmpty();
            Instant second = Instant.parse("2020-01-02T03:04:05Z");
            assertThat(pages(cursor -> place.source.older("contact", second, cursor, RunContext.looking(RUN, 2))))
                    .hasSize(1);
            assertThat(pages(cursor ->
                            place.source.older("contact", second.minusMillis(1), cursor, RunContext.looking(RUN, 2))))
                    .isEmpty();
            assertThat(place.source.describe().dated()).containsExactly("contact", "message");
        }
    }

    @ParameterizedTest
    @EnumSource
    void locate_beforeTheTablesExist_findsNothing(TestDatabase database) {
        try (OpenStores stores = new OpenStores(database)) {
            TableDataSource source =
                    new TableDataSource(stores.empty(), map(), new JdbcKeyStore(stores.another()), cells -> List.of());
            assertThat(source.locate(ANNA, Cursor.START, RunContext.looking(RUN, 5))
                            .items())
                    .isEmpty();
        }
    }

    private static <T> List<T> pages(Function<Cursor, Page<T>> source) {
        List<T> all = new ArrayList<>();
        Optional<Cursor> next = Optional.of(Cursor.START);
        for (int page = 0; next.isPresent(); page++) {
            assertThat(page).as("pages come to an end").isLessThan(100);
            Page<T> got = source.apply(new Cursor(next.get().value()));
            all.addAll(got.items());
            next = got.next();
        }
        return all;
    }

    private static SortedSet<String> set(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static DataMap map() {
        return DataMap.builder()
                .controller("Example Oy", "dpo@example.com")
                .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "email-address"))
                .dataset(Dataset.named("contact")
                        .table("contact")
                        .purposes("support")
                        .subject("contact", "subject_id")
                        .tenant("tenant_id")
                        .eraseAfter("created_at", Period.ofMonths(12))
                        .field(Field.sealed("email", "email-address").search(Search.EQUALITY, Search.PREFIX))
                        .field(Field.plain("note", "name"))
                        .field(Field.plain("score", "name").type(FieldType.INTEGER))
                        .field(Field.plain("birth", "name").type(FieldType.DATE))
                        .build())
                .dataset(Dataset.named("message")
                        .purposes("support")
                        .subject("contact", "subject_id")
                        .tenant("tenant_id")
                        .eraseAfter("sent_on", Period.ofMonths(12))
                        .field(Field.plain("body", "name"))
                        .build())
                .dataset(Dataset.named("pet")
                        .purposes("support")
                        .subject("owner", "owner_id")
                        .tenant(new TenantPath.Fixed(TenantId.of("fixed")))
                        .field(Field.plain("name", "name"))
                        .build())
                .dataset(Dataset.named("visit")
                        .purposes("support")
                        .subject(new SubjectPath.Via("owner", "pet_id", "pet", "owner_id"))
                        .tenant(new TenantPath.Fixed(TenantId.of("fixed")))
                        .field(Field.plain("remark", "name"))
                        .build())
                .build();
    }

    /** Declared tables with rows of several persons. */
    private static final class Place implements AutoCloseable {
        private final StoreConnections connections;
        private final SqlTransactions transactions;
        private final JdbcKeyStore keys;
        private final TableDataSource source;

        Place(TestDatabase database) {
            connections = TestStores.fresh(database);
            transactions = new SqlTransactions(connections);
            keys = new JdbcKeyStore(transactions);
            source = new TableDataSource(transactions, map(), keys, Place::open);
            String bytes = connections.schema().choose("BINARY VARYING(500)", "BYTEA", "VARBINARY(500)");
            sql("CREATE TABLE contact (id BIGINT PRIMARY KEY, tenant_id VARCHAR(40), subject_id BIGINT, email " + bytes
                    + ", email_index " + bytes + ", email_prefix " + bytes + ", email_folded " + bytes
                    + ", email_upper " + bytes + ", email_lower " + bytes
                    + ", note VARCHAR(100), score INT NOT NULL, birth DATE,"
                    + " created_at TIMESTAMP NULL)");
            sql("CREATE TABLE message (id INT PRIMARY KEY, tenant_id VARCHAR(40), subject_id BIGINT,"
                    + " body VARCHAR(100) NOT NULL, sent_on DATE)");
            sql("CREATE TABLE pet (id VARCHAR(20) PRIMARY KEY, owner_id VARCHAR(20), name VARCHAR(20))");
            sql("CREATE TABLE visit (pet_id VARCHAR(20), nr INT, remark VARCHAR(100), PRIMARY KEY (pet_id, nr))");
            contact(1, 7, "anna@example.com");
            contact(2, 8, "bert@example.com");
            for (int id = 101; id <= 103; id++) {
                sql("INSERT INTO message VALUES (" + id + ", 'client', 7, 'text', DATE '2021-05-06')");
            }
            sql("INSERT INTO message VALUES (104, 'client', 8, 'text', DATE '2021-05-06')");
            sql("INSERT INTO message VALUES (105, 'other', 7, 'text', NULL)");
            sql("INSERT INTO pet VALUES ('p1', 'o1', 'Rex'), ('p2', 'O1', 'Rex'), ('p3', 'o1', 'Rex')");
            sql("INSERT INTO visit VALUES ('p1', 1, 'came'), ('p2', 1, 'came'), ('p3', 1, 'came')");
        }

        private static List<Reading<Object>> open(List<dev.protection.encryption.CellOpener.Cell> cells) {
            return cells.stream()
                    .<Reading<Object>>map(cell -> new Reading.Clear<>(
                            new String(cell.cell(), 40, cell.cell().length - 40, StandardCharsets.UTF_8)))
                    .toList();
        }

        private void contact(long id, long subject, String email) {
            SubjectRef person = SubjectRef.of(CLIENT, "contact", subject);
            byte[] handle = ByteBuffer.allocate(16).putLong(subject).array();
            keys.putIfAbsent(List.of(SubjectKey.active(
                    keyId(subject),
                    new KeyOwner(person, RetentionClass.NONE),
                    WrappedKey.of(new byte[] {1}),
                    KeyHandle.of(handle),
                    Instant.EPOCH)));
            byte[] text = email.getBytes(StandardCharsets.UTF_8);
            byte[] cell = ByteBuffer.allocate(40 + text.length)
                    .put((byte) 0xE7)
                    .putLong(subject)
                    .position(40)
                    .put(text)
                    .array();
            transactions.run(session -> session.update(
                    "INSERT INTO contact VALUES (?, 'client', ?, ?, ?, ?, ?, ?, ?, 'hello', 5, NULL, ?)",
                    id,
                    subject,
                    cell,
                    new byte[32],
                    new byte[16],
                    new byte[16],
                    new byte[16],
                    new byte[16],
                    subject == 7
                            ? LocalDateTime.parse("2020-01-02T03:04:05")
                            : LocalDateTime.parse("2024-01-01T00:00:00")));
        }

        static KeyId keyId(long subject) {
            return new KeyId(subject);
        }

        void sql(String text) {
            transactions.run(session -> session.update(text));
        }

        List<String> dump(String contacts, String messages) {
            return transactions.call(session -> {
                SqlSession.Reader<String> line =
                        row -> row.text(1) + "|" + row.optionalText(2).orElse(null) + "|"
                                + row.optionalText(3).orElse(null) + "|"
                                + row.optionalText(4).orElse("") + "|" + row.text(5);
                List<String> rows = new ArrayList<>(session.query(
                        "SELECT id, COALESCE(email_index, email_prefix, email_folded, email_upper, email_lower), note, birth, score FROM contact WHERE "
                                + contacts + " ORDER BY id",
                        line));
                rows.addAll(session.query(
                        "SELECT id, body, sent_on, tenant_id, subject_id FROM message WHERE " + messages
                                + " AND tenant_id = 'client' ORDER BY id",
                        line));
                return rows;
            });
        }

        @Override
        public void close() {
            connections.close();
        }
    }
}
