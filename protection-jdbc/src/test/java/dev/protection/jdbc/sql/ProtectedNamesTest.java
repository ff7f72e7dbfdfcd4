package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedNamesTest {
    private static boolean seen(String sql, Dialect dialect) {
        Example.Tables tables = new Example.Tables(dialect, "public");
        return new ProtectedNames(new Declarations(dialect, Example.map(), tables)).mayOccurIn(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from page_contact",
                "select*from PAGE_CONTACT",
                "select * from x.y.Page_Contact",
                "delete from message",
                "select 1 from(message)",
                "select * from contact_view",
                "update/**/message set a = 1",
                "call run('delete from message')",
                "execute immediate 'delete from message'",
                "select query_to_xml(?, true, true, '')",
                "select * from page_contact where x = 'unterminated"
            })
    void anythingThatCanNameAProtectedTable_isSeen(String sql) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(seen(sql, dialect)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesInLongerNames_inStringsAndComments_areNotSeen(Dialect dialect) {
        assertThat(seen("select page_contacts, my_message, x.messages from message_s", dialect))
                .isFalse();
        assertThat(seen("select 'message' /* message */ from page -- message", dialect))
                .isFalse();
        assertThat(seen("", dialect)).isFalse();
        assertThat(seen("-- message", dialect)).isFalse();
    }

    @Test
    void lettersThatADatabaseTakesForPlainOnes_areSeen() {
        assertThat(seen("select * from m\u00e9ssage", Dialect.MARIADB)).isTrue();
        assertThat(seen("select * from v\u0131s\u0131t", Dialect.H2)).isTrue();
        assertThat(seen("select * from me\u017f\u017fage", Dialect.H2)).isTrue();
    }

    @Test
    void namesHiddenInEscapes_areSeenWhereTheStringIsAStatement() {
        assertThat(seen("do E'begin\\nmessage'", Dialect.POSTGRESQL)).isTrue();
        assertThat(seen("select * from u&\"me\\0073sage\"", Dialect.POSTGRESQL)).isTrue();
    }
}
