package dev.protection.core.encryption;

import static dev.protection.core.encryption.VectorWriter.bytes;
import static dev.protection.core.encryption.VectorWriter.hex;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.Normalise;
import dev.protection.ProtectionException;
import dev.protection.RetentionClass;
import dev.protection.SearchColumn;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.WrappedKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed vectors of {@code spec/envelope.md}, read by this library, and again by the JDK's own ciphers. */
class EnvelopeVectorsTest {
    private static final List<String> CELL_PARTS = List.of("type", "dataset", "field", "keyId", "key", "cell");
    private static final List<String> KEY_PARTS = List.of(
            "kind", "tenant", "subjectKind", "subjectId", "class", "keyName", "keyId", "handle", "parent", "wrapped");

    private static String file() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EnvelopeVectorsTest.class.getResourceAsStream(VectorWriter.LOCATION))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<JsonNode> group(String name) throws IOException {
        JsonNode group = JsonMapper.builder().build().readTree(file()).get(name);
        return StreamSupport.stream(group.spliterator(), false).toList();
    }

    @Test
    void theCommittedFileIsWhatTheWriterWrites() throws IOException {
        assertThat(file()).isEqualTo(VectorWriter.write());
    }

    @Test
    void thereIsAGoodOneForEachTypeAndThereAreEnoughBadOnes() throws IOException {
        assertThat(group("cells").stream().filter(EnvelopeVectorsTest::isGood).map(cell -> text(cell, "type")))
                .contains(Arrays.stream(FieldType.values()).map(FieldType::word).toArray(String[]::new));
        Set<String> bad = Stream.of("cells", "wrapped", "texts")
                .flatMap(name -> lines(name).filter(vector -> !isGood(vector)))
                .map(vector -> content(vector).toString())
                .collect(Collectors.toSet());
        assertThat(bad).hasSizeGreaterThanOrEqualTo(143);
    }

    @Test
    void eachBadOneDiffersFromAGoodOneByOneFault() throws IOException {
        for (String name : List.of("cells", "wrapped")) {
            List<JsonNode> vectors = group(name);
            for (JsonNode bad : vectors.stream().filter(v -> !isGood(v)).toList()) {
                if (text(bad, "result").equals("PROT-CELL-VALUE")) {
                    continue; // sealed anew: the fault is in the value
                }
                JsonNode good = vectors.stream()
                        .filter(v -> text(v, "name").equals(text(bad, "like")))
                        .findFirst()
                        .orElseThrow();
                List<String> parts = name.equals("cells") ? CELL_PARTS : KEY_PARTS;
                assertThat(parts.stream().filter(part -> !text(bad, part).equals(text(good, part))))
                        .as(text(bad, "name"))
                        .hasSize(1);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCellGivesWhatItMust() throws IOException {
        return tests("cells", cell -> {
            byte[] bytes = bytes(text(cell, "cell"));
            Field field = Field.sealed(text(cell, "field"), "name").type(type(cell));
            Object value = CellCipher.open(ring(cell), dataset(text(cell, "dataset")), field, bytes);
            assertThat(hex(ValueCodec.encode(type(cell), value))).isEqualTo(text(cell, "encoding"));
            assertThat(value).isEqualTo(value(cell));
            assertThat(CellCipher.keyIdOf(bytes)).contains(keyId(cell));
            assertThat(Sealed.parse(Sealed.of(bytes).text()).bytes()).isEqualTo(bytes);
            return "opens";
        });
    }

    @TestFactory
    Stream<DynamicTest> everyWrappedKeyGivesWhatItMust() throws IOException {
        return tests("wrapped", key -> {
            assertThat(hex(unwrap(key))).isEqualTo(text(key, "key"));
            return "unwraps";
        });
    }

    @TestFactory
    Stream<DynamicTest> everyTextGivesWhatItMust() throws IOException {
        return tests("texts", line -> {
            assertThat(Sealed.parse(text(line, "text")).text()).isEqualTo(text(line, "text"));
            return "reads";
        });
    }

    @Test
    void everyTermIsTheOneExpected() throws Exception {
        for (JsonNode vector : group("terms")) {
            Set<Normalise> changes = StreamSupport.stream(
                            vector.get("normalise").spliterator(), false)
                    .map(word -> Normalise.valueOf(word.asString().toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toSet());
            Field field = Field.sealed("f", "name")
                    .type(type(vector))
                    .index(new Field.Index(IndexScope.ROOT, Optional.empty(), changes, false));
            byte[] compared = IndexValue.of(field, value(vector));
            assertThat(hex(compared)).as(text(vector, "value")).isEqualTo(text(vector, "compared"));
            byte[] input = AssociatedData.indexInput(field.type(), compared);
            assertThat(hex(input)).isEqualTo(text(vector, "input"));
            byte[] term = TinkKeys.prf(bytes(text(vector, "key"))).computePrimary(input, BlindIndex.TERM);
            assertThat(hex(term)).isEqualTo(text(vector, "term"));
            assertThat(term).isEqualTo(PlainJce.hmac(bytes(text(vector, "key")), input));
        }
    }

    @Test
    void everyBeginningIsTheOneExpected() throws Exception {
        for (JsonNode vector : group("beginnings")) {
            SearchColumn column = SearchColumn.valueOf(text(vector, "column").toUpperCase(Locale.ROOT));
            byte[] made =
                    new Beginnings(TinkKeys.prf(bytes(text(vector, "key"))), column).of(text(vector, "text"), true);
            assertThat(hex(made)).isEqualTo(text(vector, "beginnings"));
        }
    }

    @Test
    void theJdksOwnCiphersOpenEveryGoodOneToo() throws Exception {
        for (JsonNode cell :
                group("cells").stream().filter(EnvelopeVectorsTest::isGood).toList()) {
            byte[] bytes = bytes(text(cell, "cell"));
            byte[] sealed = Arrays.copyOfRange(bytes, 9, bytes.length);
            byte[] plain = PlainJce.decrypt(bytes(text(cell, "key")), sealed, bytes(text(cell, "associatedData")));
            assertThat(hex(plain)).isEqualTo(text(cell, "encoding"));
        }
        for (JsonNode key :
                group("wrapped").stream().filter(EnvelopeVectorsTest::isGood).toList()) {
            byte[] bytes = bytes(text(key, "wrapped"));
            byte[] sealed = text(key, "kind").equals("tenant") ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
            byte[] plain = PlainJce.decrypt(bytes(text(key, "parent")), sealed, bytes(text(key, "associatedData")));
            assertThat(hex(plain)).isEqualTo(text(key, "key"));
        }
    }

    @Test
    void whatThisLibrarySealsTheJdksOwnCiphersOpen() throws Exception {
        byte[] key = VectorWriter.digest("a key", 32);
        KeyOwner owner = Fixture.owner(Fixture.ACME, "1");
        KeyHandle handle = KeyHandle.of(new byte[16]);
        SubjectKeyring ring = SubjectKeyring.active(new KeyId(7), handle, owner, TinkKeys.aead(key));
        byte[] cell = CellCipher.seal(ring, Fixture.CONTACT, Fixture.text(), "Ada");
        byte[] bound =
                VectorWriter.cellAssociatedData(FieldType.TEXT, "contact", "text_field", bytes("0000000000000007"));
        assertThat(PlainJce.decrypt(key, Arrays.copyOfRange(cell, 9, cell.length), bound))
                .isEqualTo("Ada".getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<DynamicTest> tests(String group, Function<JsonNode, String> read) throws IOException {
        return group(group).stream()
                .map(vector -> DynamicTest.dynamicTest(
                        text(vector, "result") + ": " + text(vector, "name") + text(vector, "fault"),
                        () -> assertThat(result(vector, read)).isEqualTo(text(vector, "result"))));
    }

    private static String result(JsonNode vector, Function<JsonNode, String> read) {
        try {
            return read.apply(vector);
        } catch (ProtectionException typed) {
            assertThat(typed).hasNoCause();
            return typed.code();
        }
    }

    private static SubjectKeyring ring(JsonNode cell) {
        KeyOwner owner = Fixture.owner(Fixture.ACME, "1");
        KeyHandle handle = KeyHandle.of(new byte[KeyHandle.LENGTH]);
        return SubjectKeyring.active(keyId(cell), handle, owner, TinkKeys.aead(bytes(text(cell, "key"))));
    }

    private static byte[] unwrap(JsonNode vector) {
        Aead parent = TinkKeys.aead(bytes(text(vector, "parent")));
        WrappedKey wrapped = WrappedKey.of(bytes(text(vector, "wrapped")));
        Optional<TenantId> tenant = Optional.of(TenantId.of(text(vector, "tenant")));
        return switch (text(vector, "kind")) {
            case "subject" ->
                Wrapping.unwrap(
                        parent,
                        wrapped,
                        AssociatedData.subjectKey(keyId(vector), handle(vector), owner(vector)),
                        "key");
            case "provisional" ->
                Wrapping.unwrap(
                        parent,
                        wrapped,
                        AssociatedData.provisionalKey(keyId(vector), handle(vector), tenant.get()),
                        "key");
            case "index" ->
                Wrapping.unwrap(parent, wrapped, AssociatedData.namedKey(text(vector, "keyName"), tenant), "key");
            default ->
                AeadKeyWrapper.of("root", parent)
                        .unwrap(wrapped, AssociatedData.namedKey(text(vector, "keyName"), tenant));
        };
    }

    private static KeyOwner owner(JsonNode vector) {
        SubjectRef subject = new SubjectRef(
                TenantId.of(text(vector, "tenant")), text(vector, "subjectKind"), text(vector, "subjectId"));
        return new KeyOwner(subject, new RetentionClass(text(vector, "class")));
    }

    private static KeyHandle handle(JsonNode vector) {
        return KeyHandle.of(bytes(text(vector, "handle")));
    }

    private static KeyId keyId(JsonNode vector) {
        return new KeyId(ByteBuffer.wrap(bytes(text(vector, "keyId"))).getLong());
    }

    private static FieldType type(JsonNode vector) {
        return FieldType.valueOf(text(vector, "type").toUpperCase(Locale.ROOT));
    }

    private static Object value(JsonNode vector) {
        String value = text(vector, "value");
        return type(vector) == FieldType.BYTES ? bytes(value) : ValueCodec.coerce(type(vector), value);
    }

    private static Dataset dataset(String name) {
        return Fixture.dataset(name);
    }

    private static boolean isGood(JsonNode vector) {
        return !text(vector, "result").startsWith("PROT-");
    }

    private static Set<String> content(JsonNode vector) {
        Set<String> content = new HashSet<>();
        Stream.concat(CELL_PARTS.stream(), KEY_PARTS.stream())
                .forEach(part -> content.add(part + "=" + text(vector, part)));
        content.add(text(vector, "text"));
        return content;
    }

    private static Stream<JsonNode> lines(String name) {
        try {
            return group(name).stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(JsonNode vector, String part) {
        JsonNode value = vector.get(part);
        return value == null ? "" : value.asString();
    }
}
