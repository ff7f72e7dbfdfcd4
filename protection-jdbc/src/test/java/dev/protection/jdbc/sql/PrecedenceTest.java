package dev.protection.jdbc.sql;

import static dev.protection.jdbc.sql.Dialect.H2;
import static dev.protection.jdbc.sql.Dialect.MARIADB;
import static dev.protection.jdbc.sql.Dialect.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '"', textBlock = """
                    POSTGRESQL => 'x' || 2+2 => ('x' || (2+2))
                    POSTGRESQL => 2*10^i => (2*(10^i))
                    POSTGRESQL => x between a and 3<>1 => ((x between a and 3)<>1)
                    POSTGRESQL => not a = b => (not (a = b))
                    POSTGRESQL => a = b is null => ((a = b) is null)
                    POSTGRESQL => a or b and not c => (a or (b and (not c)))
                    POSTGRESQL => a in (1) = b => ((a in (1)) = b)
                    POSTGRESQL => -2^2 => (-2^2)
                    POSTGRESQL => - a::int => (- (a::int))
                    POSTGRESQL => a like b || c => (a like (b || c))
                    POSTGRESQL => a < b and c @> d => ((a < b) and (c @> d))
                    POSTGRESQL => a at time zone b + c => ((a at time zone b) + c)
                    MARIADB    => !a=b => ((!a)=b)
                    MARIADB    => 1--1 => (1--1)
                    MARIADB    => a || b = c => (a || (b = c))
                    MARIADB    => a xor b and c => (a xor (b and c))
                    MARIADB    => a | b & c << d => (a | (b & (c << d)))
                    MARIADB    => a between b and c and d => ((a between b and c) and d)
                    MARIADB    => a div b * c => (a div b * c)
                    MARIADB    => not a = b => (not (a = b))
                    H2         => a || b + c => (a || (b + c))
                    H2         => -a::int => (-(a::int))
                    H2         => a = b or c => ((a = b) or c)
                    H2         => not a is null => (not (a is null))""")
    void operators_bindAsTheDatabaseBindsThem(Dialect dialect, String expression, String grouped) {
        assertThat(Grouped.expression(expression, dialect)).isEqualTo(grouped);
    }

    @Test
    void comparisonsOfComparisons_areRefused_whereTheyAreForbiddenOrMisleading() {
        assertThatThrownBy(() -> Grouped.expression("a < b < c", POSTGRESQL)).isInstanceOf(SqlRefused.class);
        assertThatThrownBy(() -> Grouped.expression("a = b = c", MARIADB)).isInstanceOf(SqlRefused.class);
        assertThatThrownBy(() -> Grouped.expression("a = b in (c)", MARIADB)).isInstanceOf(SqlRefused.class);
        assertThat(Grouped.expression("(a = b) = c", MARIADB)).isEqualTo("(((a = b)) = c)");
    }

    @Test
    void aSignBeforeACastNumber_isRefusedInH2() {
        assertThatThrownBy(() -> Grouped.expression("-5::int", H2)).isInstanceOf(SqlRefused.class);
    }

    @ParameterizedTest
    @EnumSource
    void intersect_bindsTighterThanUnion(Dialect dialect) {
        Statement.Read read = (Statement.Read) Parser.parse("select 1 union select 2 intersect select 3", dialect);
        Query.SetOperation union = (Query.SetOperation) read.query().body();
        assertThat(union.left()).isInstanceOf(Select.class);
        assertThat(union.right()).isInstanceOf(Query.SetOperation.class);
    }

    @ParameterizedTest
    @EnumSource
    void brackets_holdAQueryOnlyWhereItIsOne(Dialect dialect) {
        for (String sql : new String[] {
            "select ((select 1)) + 1",
            "select ((select 1) union (select 2))",
            "select * from ((select 1 as a) union (select 2)) x",
            "select * from ((select 1 as a) x cross join (select 2 as b) y)",
            "((select 1)) union (select 2) order by 1",
            "select 1 in ((select 1))",
            "select (1, 2) in ((1, 2), (3, 4))"
        }) {
            assertThat(Parser.parse(sql, dialect).span()).isEqualTo(new Span(0, sql.length()));
        }
    }
}
