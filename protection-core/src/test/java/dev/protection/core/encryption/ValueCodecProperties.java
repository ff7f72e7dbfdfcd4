package dev.protection.core.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.FieldType;
import dev.protection.encryption.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class ValueCodecProperties {
    private final EncryptionEngine engine = Fixture.engine(new InMemoryKeyStore());
    private final SubjectKeyring key = Fixture.key(engine, Fixture.owner(Fixture.ACME, "1"));

    record Typed(FieldType type, Object value) {
        @Override
        public String toString() {
            return type + " " + value;
        }
    }

    @Provide
    Arbitrary<Typed> values() {
        Arbitrary<Integer> nanos = Arbitraries.integers().between(0, 999_999_999);
        long first = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);
        return Arbitraries.oneOf(
                wellFormed().map(value -> new Typed(FieldType.TEXT, value)),
                Arbitraries.longs().map(value -> new Typed(FieldType.INTEGER, value)),
                Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers())
                        .as((digits, scale) -> new Typed(FieldType.DECIMAL, new BigDecimal(digits, scale))),
                Arbitraries.longs()
                        .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                        .map(day -> new Typed(FieldType.DATE, LocalDate.ofEpochDay(day))),
                Combinators.combine(Arbitraries.longs().between(first, last), nanos)
                        .as((second, nano) -> new Typed(
                                FieldType.TIMESTAMP, LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC))),
                Arbitraries.of(true, false).map(value -> new Typed(FieldType.BOOLEAN, value)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(value -> new Typed(FieldType.BYTES, value)));
    }

    private static Arbitrary<String> wellFormed() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(60)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }

    @Property(tries = 200)
    void everyValueComesBackAsItWas(@ForAll("values") Typed given) {
        byte[] cell = engine.seal(key, Fixture.CONTACT, Fixture.field(given.type()), given.value());
        Object opened = engine.open(key, Fixture.CONTACT, Fixture.field(given.type()), cell);
        assertThat(opened).isEqualTo(given.value()).isInstanceOf(given.type().javaType());
        assertThat(cell).hasSize(37 + engine.canonical(given.type(), given.value()).length);
    }

    @Property(tries = 200)
    void everyValueComesBackFromItsTextToo(@ForAll("values") Typed given) {
        boolean farOut = given.value() instanceof BigDecimal number && Math.abs((long) number.scale()) > 1_000_000;
        if (given.type() != FieldType.BYTES && !farOut) { // the JDK does not read all that it writes
            assertThat(ValueCodec.coerce(given.type(), given.value().toString()))
                    .isEqualTo(given.value());
        }
    }

    @Property(tries = 200)
    void bytesAreAValueOfATypeOnlyIfTheyAreItsOneEncoding(
            @ForAll FieldType type, @ForAll @Size(max = 20) byte[] bytes) {
        Optional<Object> value = ValueCodec.decode(type, bytes);
        value.ifPresent(decoded -> assertThat(ValueCodec.encode(type, decoded)).isEqualTo(bytes));
    }

    @Property(tries = 200)
    void differentValuesHaveDifferentEncodings(@ForAll("values") Typed one, @ForAll("values") Typed two) {
        if (one.type() == two.type()) {
            boolean sameBytes = Arrays.equals(
                    ValueCodec.encode(one.type(), one.value()), ValueCodec.encode(two.type(), two.value()));
            assertThat(sameBytes).isEqualTo(java.util.Objects.deepEquals(one.value(), two.value()));
        }
    }

    @Property(tries = 200)
    void aTextThatIsNoValueIsRefusedAndNotNamed(@ForAll FieldType type, @ForAll("words") String text) {
        String sentinel = "Zq" + text;
        if (type != FieldType.TEXT) {
            assertThatThrownBy(() -> ValueCodec.coerce(type, sentinel))
                    .isInstanceOf(ValueException.class)
                    .hasNoCause()
                    .hasMessageNotContaining(sentinel);
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(3).ofMaxLength(30);
    }

    @Property(tries = 100)
    void numbersOutOfRangeAreRefused(@ForAll BigInteger number) {
        boolean fits = number.bitLength() < Long.SIZE;
        if (fits) {
            assertThat(ValueCodec.coerce(FieldType.INTEGER, number)).isEqualTo(number.longValue());
        } else {
            assertThatThrownBy(() -> ValueCodec.coerce(FieldType.INTEGER, number))
                    .isInstanceOf(ValueException.class);
        }
    }

    @Property(tries = 50)
    void halfASurrogatePairIsRefused(@ForAll("words") String text, @ForAll("halves") char half) {
        assertThatThrownBy(() -> ValueCodec.encode(FieldType.TEXT, text + half + text))
                .isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> Fixture.key(engine, Fixture.owner(Fixture.ACME, text + half)))
                .isInstanceOf(ValueException.class)
                .hasMessageNotContaining(text);
    }

    @Provide
    Arbitrary<Character> halves() {
        return Arbitraries.chars().range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }
}
