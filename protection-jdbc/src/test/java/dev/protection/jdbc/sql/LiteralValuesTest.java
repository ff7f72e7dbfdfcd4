package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiteralValuesTest {
    private static Optional<Value> value(String literal, FieldType type, Dialect dialect) {
        String sql = "SELECT " + literal;
        Statement.Read read = (Statement.Read) Parser.parse(sql, dialect);
        SelectItem.Value item =
                (SelectItem.Value) ((Select) read.query().body()).items().get(0);
        return new LiteralValues(sql, dialect, SqlMode.of(dialect)).value(item.expression(), type);
    }

    private static Object read(String literal, FieldType type, Dialect dialect) {
        return ((Value.Literal) value(literal, type, dialect).orElseThrow()).value();
    }

    @Test
    void text_isReadInEveryForm() {
        for (Dialect dialect : Dialect.values()) {
            assertThat(read("'O''Hara'", FieldType.TEXT, dialect)).isEqualTo("O'Hara");
            assertThat(read("N'a'", FieldType.TEXT, dialect)).isEqualTo("a");
            assertThat(read("''", FieldType.TEXT, dialect)).isEqualTo("");
        }
        assertThat(read("E'a\\n\\'b'", FieldType.TEXT, Dialect.POSTGRESQL)).isEqualTo("a\n'b");
        assertThat(read("'a\\n'", FieldType.TEXT, Dialect.POSTGRESQL)).isEqualTo("a\\n");
        assertThat(read("'a\\n'", FieldType.TEXT, Dialect.MARIADB)).isEqualTo("a\n");
        assertThat(read("\"a\"\"b\"", FieldType.TEXT, Dialect.MARIADB)).isEqualTo("a\"b");
        assertThat(read("$t$a'b$t$", FieldType.TEXT, Dialect.POSTGRESQL)).isEqualTo("a'b");
        assertThat(read("$$a'b$$", FieldType.TEXT, Dialect.H2)).isEqualTo("a'b");
    }

    @Test
    void otherTypes_becomeTheirJavaTypes() {
        for (Dialect dialect : Dialect.values()) {
            assertThat(read("-5", FieldType.INTEGER, dialect)).isEqualTo(-5L);
            assertThat(read("'7'", FieldType.INTEGER, dialect)).isEqualTo(7L);
            assertThat(read("1.50", FieldType.DECIMAL, dialect)).isEqualTo(new BigDecimal("1.50"));
            assertThat(read("'2001-02-03'", FieldType.DATE, dialect)).isEqualTo(LocalDate.of(2001, 2, 3));
            assertThat(read("DATE '2001-02-03'", FieldType.DATE, dialect)).isEqualTo(LocalDate.of(2001, 2, 3));
            assertThat(read("{d '2001-02-03'}", FieldType.DATE, dialect)).isEqualTo(LocalDate.of(2001, 2, 3));
            assertThat(read("{ts '2001-02-03 04:05:06.7'}", FieldType.TIMESTAMP, dialect))
                    .isEqualTo(LocalDateTime.of(2001, 2, 3, 4, 5, 6, 700_000_000));
            assertThat(read("TRUE", FieldType.BOOLEAN, dialect)).isEqualTo(true);
            assertThat(read("X'1fA0'", FieldType.BYTES, dialect)).isEqualTo(new byte[] {0x1f, (byte) 0xa0});
        }
        assertThat(read("'\\x1f'", FieldType.BYTES, Dialect.POSTGRESQL)).isEqualTo(new byte[] {0x1f});
    }

    @Test
    void nullDefaultAndParameters_areTold_apart() {
        assertThat(value("NULL", FieldType.TEXT, Dialect.H2)).contains(new Value.Null());
        assertThat(value("((?))", FieldType.TEXT, Dialect.H2)).contains(new Value.Param(1));
        assertThat(value("lower('a')", FieldType.TEXT, Dialect.H2)).isEmpty();
        assertThat(value("a", FieldType.TEXT, Dialect.H2)).isEmpty();
    }

    @Test
    void literalsWhoseValueIsNotCertain_areRefused() {
        for (String literal : new String[] {"U&'a'", "B'1'", "0x1f", "E'\\101'", "'a'\n'b'", "5"}) {
            assertThatThrownBy(() -> value(literal, FieldType.TEXT, Dialect.POSTGRESQL))
                    .hasMessageContaining("PROT-SQL-LITERAL");
        }
        assertThatThrownBy(() -> value("'2001-02-30'", FieldType.DATE, Dialect.H2))
                .hasMessageContaining("PROT-SQL-LITERAL")
                .hasMessageNotContaining("2001");
    }

    @Test
    void aLiteral_doesNotShowItsValue() {
        assertThat(new Value.Literal("secret")).asString().doesNotContain("secret");
    }
}
