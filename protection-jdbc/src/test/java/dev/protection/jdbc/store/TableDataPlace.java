package dev.protection.jdbc.store;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
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
import dev.protection.rights.Instruction;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordRule;
import dev.protection.testing.PersonalDataPlace;
import dev.protection.testing.servers.TestDatabase;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Tables of every shape a dataset may have: found directly and through another row, with cells and without. */
final class TableDataPlace implements PersonalDataPlace {
    private static final TenantId CLIENT = TenantId.of("client");
    private static final TenantId FIXED = TenantId.of("fixed");
    private static final int CELL = 40;
    private static final List<String> TABLES = List.of("attachment", "message", "contact", "visit", "pet");

    private final StoreConnections connections;
    private final SqlTransactions transactions;
    private final JdbcKeyStore keys;
    private long last;

    TableDataPlace(TestDatabase database) {
        connections = TestStores.fresh(database);
        transactions = new SqlTransactions(connections);
        keys = new JdbcKeyStore(transactions);
        String bytes = connections.schema().choose("BINARY VARYING(500)", "BYTEA", "VARBINARY(500)");
        sql("CREATE TABLE contact (id BIGINT PRIMARY KEY, tenant_id VARCHAR(40), subject_id BIGINT, email " + bytes
                + ", email_index " + bytes + ", note VARCHAR(100), created_at TIMESTAMP NULL)");
        sql("CREATE TABLE message (id BIGINT, part INT, tenant_id VARCHAR(40), subject_id BIGINT,"
                + " body VARCHAR(100) NOT NULL, sent_on DATE, PRIMARY KEY (id, part))");
        sql("CREATE TABLE attachment (message_id BIGINT NOT NULL, part INT NOT NULL, FOREIGN KEY (message_id, part)"
                + " REFERENCES message (id, part))");
        sql("CREATE TABLE pet (id VARCHAR(20) PRIMARY KEY, owner_id VARCHAR(20), name VARCHAR(40))");
        sql("CREATE TABLE visit (pet_id VARCHAR(20), nr INT, remark VARCHAR(100), PRIMARY KEY (pet_id, nr))");
    }

    static DataMap map() {
        return DataMap.builder()
                .controller("Example Oy", "dpo@example.com")
                .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "email-address"))
                .dataset(Dataset.named("contact")
                        .purposes("support")
                        .subject("contact", "subject_id")
                        .tenant("tenant_id")
                        .eraseAfter("created_at", Period.ofMonths(12))
                        .field(Field.sealed("email", "email-address").search(Search.EQUALITY))
                        .field(Field.plain("note", "name"))
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
                        .tenant(new TenantPath.Fixed(FIXED))
                        .field(Field.plain("name", "name"))
                        .build())
                .dataset(Dataset.named("visit")
                        .purposes("support")
                        .subject(new SubjectPath.Via("owner", "pet_id", "pet", "owner_id"))
                        .tenant(new TenantPath.Fixed(FIXED))
                        .field(Field.plain("remark", "name"))
                        .build())
                .build();
    }

    @Override
    public PersonalDataSource source() {
        return new TableDataSource(
                transactions,
                map(),
                new JdbcKeyStore(transactions),
                cells -> Collections.nCopies(cells.size(), opened()));
    }

    private static Reading<Object> opened() {
        return new Reading.Clear<>("text");
    }

    @Override
    public List<SubjectRef> subjects() {
        return List.of(
                SubjectRef.of(CLIENT, "contact", 7),
                SubjectRef.of(CLIENT, "contact", 8),
                SubjectRef.of(TenantId.of("Client"), "contact", 7),
                SubjectRef.of(FIXED, "owner", "o1"),
                SubjectRef.of(FIXED, "owner", "O1"));
    }

    @Override
    public void clear() {
        last = 0;
        TABLES.forEach(table -> sql("DELETE FROM " + table));
        transactions.run(session -> session.update("DELETE FROM protection.subject_key"));
    }

    @Override
    public void add(SubjectRef subject, int records) {
        boolean owner = subject.kind().equals("owner");
        if (!owner) {
            key(subject);
        }
        for (int number = 0; number < records; number++) {
            last++;
            if (owner) {
                owned(subject, number);
            } else if (number % 2 == 0) {
                contact(subject);
            } else {
                transactions.run(session -> session.update(
                        "INSERT INTO message VALUES (?, 1, ?, ?, 'text', DATE '2021-05-06')",
                        last,
                        subject.tenant().value(),
                        Long.parseLong(subject.id())));
            }
        }
    }

    private void owned(SubjectRef subject, int number) {
        String pet = "p" + last;
        transactions.run(session -> {
            session.update("INSERT INTO pet VALUES (?, ?, 'Rex')", pet, subject.id());
            for (int visit = 0; visit < number % 3; visit++) {
                session.update("INSERT INTO visit VALUES (?, ?, 'came')", pet, visit);
            }
        });
    }

    private void key(SubjectRef subject) {
        byte[] handle = ByteBuffer.allocate(16).putLong(keyId(subject).value()).array();
        keys.putIfAbsent(List.of(SubjectKey.active(
                keyId(subject),
                new KeyOwner(subject, RetentionClass.NONE),
                WrappedKey.of(new byte[] {1}),
                KeyHandle.of(handle),
                Instant.EPOCH)));
    }

    private KeyId keyId(SubjectRef subject) {
        return new KeyId(1 + subjects().indexOf(subject));
    }

    private void contact(SubjectRef subject) {
        byte[] cell = ByteBuffer.allocate(CELL)
                .put((byte) 0xE7)
                .putLong(keyId(subject).value())
                .array();
        transactions.run(session -> session.update(
                "INSERT INTO contact VALUES (?, ?, ?, ?, ?, 'hello', ?)",
                last,
                subject.tenant().value(),
                Long.parseLong(subject.id()),
                cell,
                new byte[32],
                last % 3 == 0 ? null : Instant.parse("2020-01-02T03:04:05Z")));
    }

    /** What a source may be told here: remove all, or shred and clear what holds something. */
    @Override
    public List<RecordRule> rules() {
        RecordRule shred = found -> {
            TreeSet<String> clear = new TreeSet<>(found.fields());
            TreeSet<String> cells = new TreeSet<>();
            if (clear.remove("email")) {
                cells.add("email");
            }
            return found.ref().dataset().equals("contact") ? new Instruction(false, cells, clear) : Instruction.REMOVE;
        };
        return List.of(found -> Instruction.REMOVE, shred);
    }

    @Override
    public boolean obstruct(SubjectRef subject) {
        transactions.run(session -> session.update(
                "INSERT INTO attachment SELECT id, part FROM message WHERE tenant_id = ? AND subject_id = ?",
                subject.tenant().value(),
                Long.parseLong(subject.id())));
        return true;
    }

    @Override
    public String content(SubjectRef subject) {
        String same = connections.schema().choose("", "", "BINARY ");
        return transactions.call(session -> {
            SqlSession.Reader<String> line = row -> row.text(1);
            if (subject.kind().equals("owner")) {
                return session.query(
                                        "SELECT CONCAT(id, '|', owner_id, '|', name) FROM pet WHERE " + same
                                                + "owner_id = ? ORDER BY id",
                                        line,
                                        subject.id())
                                .toString()
                        + session.query(
                                "SELECT CONCAT(v.pet_id, '|', v.nr, '|', v.remark) FROM visit v JOIN pet p ON"
                                        + " p.id = v.pet_id WHERE " + same + "p.owner_id = ? ORDER BY v.pet_id, v.nr",
                                line,
                                subject.id());
            }
            Object[] person = {subject.tenant().value(), Long.parseLong(subject.id())};
            String who = " WHERE " + same + "tenant_id = ? AND subject_id = ? ORDER BY id";
            String hex = connections.schema().choose("RAWTOHEX(%s)", "ENCODE(%s, 'hex')", "HEX(%s)");
            return session.query(
                                    "SELECT CONCAT(id, '|', COALESCE(" + hex.formatted("email")
                                            + ", '-'), '|', COALESCE("
                                            + hex.formatted("email_index")
                                            + ", '-'), '|', COALESCE(note, '-'), '|', COALESCE(CAST(created_at AS CHAR(30)),"
                                            + " '-')) FROM contact" + who,
                                    line,
                                    person)
                            .toString()
                    + session.query(
                            "SELECT CONCAT(id, '|', part, '|', body, '|', sent_on) FROM message" + who, line, person);
        });
    }

    private void sql(String text) {
        transactions.run(session -> session.update(text));
    }

    @Override
    public void close() {
        connections.close();
    }
}
