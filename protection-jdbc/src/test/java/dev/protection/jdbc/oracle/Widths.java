package dev.protection.jdbc.oracle;

import dev.protection.testing.servers.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates column types with their widths, and values about as wide. */
final class Widths {
    private static final List<String> LETTERS = List.of("a", "B", " ", " ", "\u00e4", "\u20ac", "\ud83d\ude00");
    private static final List<Integer> NANOS = List.of(
            0, 500_000_000, 499_999_999, 999_999_999, 999_999_500, 999_999_499, 123_456_500, 123_455_500, 50, 500);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS", Locale.ROOT);

    private final TestDatabase database;

    Widths(TestDatabase database) {
        this.database = database;
    }

    /** One statement: a value for a column, as a parameter or a literal. */
    record Write(String column, Parameter value) {}

    private Arbitrary<Integer> width() {
        return Arbitraries.integers().between(1, 12);
    }

    /** The types of all columns. */
    Arbitrary<Map<String, String>> types() {
        Map<String, Arbitrary<String>> types = new LinkedHashMap<>();
        types.put("words", texts());
        types.put("number", Arbitraries.of(numbers()));
        types.put("amount", amounts());
        types.put("born", Arbitraries.just("DATE"));
        types.put("seen", times());
        types.put(
                "flag",
                Arbitraries.of(
                        mariadb() ? List.of("BOOLEAN", "TINYINT(1)", "BIT", "BIT(1)") : List.of("BOOLEAN", "BOOL")));
        types.put("data", bytes());
        List<String> names = List.copyOf(types.keySet());
        return Combinators.combine(List.copyOf(types.values())).as(chosen -> {
            Map<String, String> all = new LinkedHashMap<>();
            for (int i = 0; i < chosen.size(); i++) {
                all.put(names.get(i), chosen.get(i));
            }
            return all;
        });
    }

    private boolean mariadb() {
        return database == TestDatabase.MARIADB;
    }

    private Arbitrary<String> texts() {
        String exact = mariadb() ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin" : "";
        List<String> large = switch (database) {
            case H2 -> List.of("VARCHAR", "CLOB", "TEXT");
            case POSTGRESQL -> List.of("VARCHAR", "TEXT");
            case MARIADB -> List.of("TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT");
        };
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, width().map(w -> "VARCHAR(" + w + ")")),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of(large)))
                .map(type -> type + exact);
    }

    private List<String> numbers() {
        return switch (database) {
            case H2 -> List.of("TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT");
            case POSTGRESQL -> List.of("SMALLINT", "INT2", "INT", "INT4", "BIGINT");
            case MARIADB -> List.of("TINYINT", "TINYINT(4)", "SMALLINT", "MEDIUMINT", "INT", "INT(5)", "BIGINT(20)");
        };
    }

    private Arbitrary<String> amounts() {
        Arbitrary<String> sized = Combinators.combine(
                        Arbitraries.of("NUMERIC", "DECIMAL"),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 6))
                .as((name, digits, scale) -> name + "(" + digits + "," + Math.min(digits, scale) + ")");
        return database == TestDatabase.H2
                ? sized
                : Arbitraries.oneOf(sized, sized, Arbitraries.of("NUMERIC", "DECIMAL", "DECIMAL(7)"));
    }

    private Arbitrary<String> times() {
        String name = mariadb() ? "DATETIME" : "TIMESTAMP";
        int most = database == TestDatabase.H2 ? 9 : 6;
        return Arbitraries.integers().between(-1, most).map(digits -> digits < 0 ? name : name + "(" + digits + ")");
    }

    private Arbitrary<String> bytes() {
        return switch (database) {
            case H2 -> Arbitraries.oneOf(width().map(w -> "VARBINARY(" + w + ")"), Arbitraries.of("VARBINARY", "BLOB"));
            case POSTGRESQL -> Arbitraries.just("BYTEA");
            case MARIADB ->
                Arbitraries.oneOf(
                        width().map(w -> "VARBINARY(" + w + ")"),
                        Arbitraries.of("TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB"));
        };
    }

    Arbitrary<List<Write>> writes(int count) {
        return Arbitraries.oneOf(List.of(texts("words"), number(), amount(), born(), seen(), flag(), data()))
                .list()
                .ofSize(count);
    }

    private Arbitrary<Write> write(String column, Arbitrary<String> setter, Arbitrary<String> value) {
        return Combinators.combine(setter, value).as((how, text) -> new Write(column, new Parameter(how, text)));
    }

    private Arbitrary<Write> texts(String column) {
        Arbitrary<String> near = Combinators.combine(
                        Arbitraries.of(LETTERS).list().ofMaxSize(13),
                        Arbitraries.integers().between(0, 4))
                .as((letters, blanks) -> String.join("", letters) + " ".repeat(blanks));
        Arbitrary<String> large = Combinators.combine(
                        Arbitraries.of("x", "\u00e4", "\ud83d\ude00"),
                        Arbitraries.integers().between(60, 258),
                        Arbitraries.integers().between(0, 5))
                .as((letter, length, blanks) -> letter.repeat(length) + " ".repeat(blanks));
        Arbitrary<String> setters = Arbitraries.of("string", "object-string", "varchar", "reader");
        return Arbitraries.oneOf(
                write(column, setters, near),
                write(column, setters, near),
                write(column, setters, large),
                write(column, Arbitraries.just("literal"), near.map(text -> "'" + text + "'")),
                write(
                        column,
                        Arbitraries.of("int", "long", "decimal"),
                        Arbitraries.integers().map(String::valueOf)));
    }

    private static Arbitrary<BigInteger> edges() {
        return Combinators.combine(
                        Arbitraries.of(7, 15, 23, 31, 63),
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.of(true, false))
                .as((bits, by, negative) -> {
                    BigInteger edge = BigInteger.TWO.pow(bits).add(BigInteger.valueOf(by));
                    return negative ? edge.negate() : edge;
                });
    }

    private static String fits(BigInteger number, int bits) {
        return (number.bitLength() < bits ? number : number.shiftRight(number.bitLength() - bits + 1)).toString();
    }

    private Arbitrary<Write> number() {
        Arbitrary<BigInteger> small = Arbitraries.integers().between(-200, 200).map(BigInteger::valueOf);
        Arbitrary<BigInteger> any = Arbitraries.oneOf(edges(), small);
        Arbitrary<String> fraction = Combinators.combine(any, Arbitraries.of("", ".4", ".5", ".51", ".9"))
                .as((whole, rest) -> whole + rest);
        return Arbitraries.oneOf(
                write("number", Arbitraries.of("long", "object-long"), any.map(n -> fits(n, 64))),
                write("number", Arbitraries.of("int", "object-int"), any.map(n -> fits(n, 32))),
                write("number", Arbitraries.just("short"), any.map(n -> fits(n, 16))),
                write("number", Arbitraries.of("decimal", "object-decimal"), fraction),
                write("number", Arbitraries.just("double"), fraction),
                write("number", Arbitraries.just("literal"), any.map(BigInteger::toString)));
    }

    private Arbitrary<Write> amount() {
        Arbitrary<String> decimals = Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.longs().between(-99_999_999_999_999L, 99_999_999_999_999L),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("", "5", "49", "50", "9"))
                .as((cut, digits, scale, end) -> new BigDecimal(
                                new BigInteger(digits / Math.round(Math.pow(10, cut)) + end), scale)
                        .toPlainString());
        return Arbitraries.oneOf(
                write("amount", Arbitraries.of("decimal", "object-decimal"), decimals),
                write("amount", Arbitraries.just("decimal"), Arbitraries.of("1E+3", "9E+18", "1E-9", "0E+2", "0E-9")),
                write("amount", Arbitraries.just("double"), decimals),
                write(
                        "amount",
                        Arbitraries.of("long", "int"),
                        Arbitraries.integers().map(String::valueOf)),
                write("amount", Arbitraries.just("literal"), decimals));
    }

    private static Arbitrary<LocalDate> days() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(1600, 1969, 1970, 1999, 2000, 9999),
                                Arbitraries.integers().between(1600, 9999)),
                        Arbitraries.of(1, 59, 60, 365))
                .as(LocalDate::ofYearDay);
    }

    private static Arbitrary<LocalDateTime> moments() {
        Arbitrary<Integer> nanos =
                Arbitraries.oneOf(Arbitraries.of(NANOS), Arbitraries.integers().between(0, 999_999_999));
        return Combinators.combine(days(), Arbitraries.of(0, 3_661, 43_200, 86_399), nanos)
                .as((day, second, nano) ->
                        day.atStartOfDay().plusSeconds(second).withNano(nano));
    }

    private Arbitrary<Write> born() {
        return Arbitraries.oneOf(
                write("born", Arbitraries.of("date", "object-date", "typed-date"), days().map(LocalDate::toString)),
                write("born", Arbitraries.just("literal"), days().map(day -> "DATE '" + day + "'")),
                write("born", Arbitraries.just("timestamp"), moments().map(TIME::format)));
    }

    private Arbitrary<Write> seen() {
        return Arbitraries.oneOf(
                write("seen", Arbitraries.just("timestamp"), moments().map(TIME::format)),
                write("seen", Arbitraries.just("object-timestamp"), moments().map(LocalDateTime::toString)),
                write(
                        "seen",
                        Arbitraries.just("literal"),
                        moments().map(time -> "TIMESTAMP '" + TIME.format(time) + "'")),
                write("seen", Arbitraries.just("literal"), moments().map(time -> "'" + TIME.format(time) + "'")),
                write("seen", Arbitraries.of("date", "object-date"), days().map(LocalDate::toString)));
    }

    private Arbitrary<Write> flag() {
        return Arbitraries.oneOf(
                write("flag", Arbitraries.of("bool", "object-bool"), Arbitraries.of("true", "false")),
                write("flag", Arbitraries.just("literal"), Arbitraries.of("TRUE", "FALSE")),
                write("flag", Arbitraries.of("int", "long"), Arbitraries.of("0", "1", "2")));
    }

    private Arbitrary<Write> data() {
        Arbitrary<byte[]> near = Arbitraries.bytes().array(byte[].class).ofMaxSize(14);
        Arbitrary<byte[]> large = Arbitraries.integers().between(250, 260).map(byte[]::new);
        Arbitrary<String> hex = Arbitraries.oneOf(near, near, large).map(HexFormat.of()::formatHex);
        boolean postgres = database == TestDatabase.POSTGRESQL;
        return Arbitraries.oneOf(
                write("data", Arbitraries.of("bytes", "object-bytes", "stream"), hex),
                write(
                        "data",
                        Arbitraries.just("literal"),
                        hex.map(digits -> postgres ? "'\\x" + digits + "'" : "X'" + digits + "'")));
    }
}
