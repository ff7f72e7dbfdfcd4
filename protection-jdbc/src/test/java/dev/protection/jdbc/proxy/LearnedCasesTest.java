package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.jdbc.formula.CaseMapping;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The learned change of case is the database's, for text of any characters. */
class LearnedCasesTest {
    private static final int[] HARD = {
        'i', 'I', 0x00DF, 0x0130, 0x0131, 0x03A3, 0x03C3, 0x0391, 0x0307, 0x0149, 0x01F0, 0x0345, 0x1E9E, 0xFB01,
        0x10428, 0x1F389, ' ', 0x2C2F, 0xA7C0, 0x10570, 0x1C89, 0x10D5
    };

    @ParameterizedTest
    @EnumSource
    void wholeTexts_changeAsInTheDatabase(TestDatabase database) throws SQLException {
        Random random = new Random(11);
        try (Connection connection = DriverManager.getConnection(database.freshDatabase())) {
            CaseMapping cases = LearnedCases.of(connection, Dialect.valueOf(database.name()));
            String value = database == TestDatabase.MARIADB
                    ? "convert(? using utf8mb4) collate utf8mb4_nopad_bin"
                    : "cast(? as varchar(99))";
            String sql = "select upper(" + value + "), lower(" + value + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < 400; i++) {
                    String text = text(random);
                    statement.setString(1, text);
                    statement.setString(2, text);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        assertThat(cases.upper(text)).isEqualTo(row.getString(1));
                        assertThat(cases.lower(text)).isEqualTo(row.getString(2));
                    }
                }
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int any = 1 + random.nextInt(0x2FFFF);
            boolean usable = Character.isDefined(any) && !(any >= 0xD800 && any < 0xE000);
            text.appendCodePoint(usable && random.nextBoolean() ? any : HARD[random.nextInt(HARD.length)]);
        }
        return text.toString();
    }
}
