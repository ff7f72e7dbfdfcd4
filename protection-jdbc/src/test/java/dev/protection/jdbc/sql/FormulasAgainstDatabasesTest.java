package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.jdbc.formula.CaseMapping;
import dev.protection.jdbc.formula.Formula;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is computed after opening is what the database computes, for text of every kind. */
class FormulasAgainstDatabasesTest {
    private static final List<String> FORMS = List.of(
            "char_length(%s)",
            "left(%s, 2)",
            "left(%s, 0)",
            "right(%s, 2)",
            "right(%s, 50)",
            "substring(%s, 2)",
            "substring(%s, 3, 2)",
            "substring(%s from 2 for 1)",
            "substring(%s, 40, 3)",
            "trim(%s)",
            "ltrim(%s)",
            "rtrim(%s)",
            "replace(%s, 'a', 'bb')",
            "replace(%s, 'aa', '')",
            "replace(%s, '', 'x')",
            "concat(%s, '-', %s)",
            "concat_ws('+', %s, null, %s)",
            "coalesce(%s, 'x')",
            "nullif(%s, 'a')",
            "nullif(%s, '')");
    private static final int[] POINTS = {
        'a', 'a', 'A', ' ', ' ', '\t', '\n', '\'', '\\', '%', 0x00DF, 0x0130, 0x0131, 0x03A3, 0x03C2, 0x0301, 0x00E4,
        0x0345, 0x1E9E, 0xFB01, 0x200B, 0x3000, 0xFEFF, 0xFFFD, 0x1F389, 0x10428, 0x1D11E, 0x10FFFF, 0x5F20
    };

    @ParameterizedTest
    @EnumSource
    void everyFunction_givesTheDatabasesOwnResult(TestDatabase database) throws SQLException {
        Dialect dialect = Dialect.valueOf(database.name());
        Random random = new Random(7);
        try (Connection connection = DriverManager.getConnection(database.freshDatabase())) {
            for (String form : FORMS) {
                Formula formula = formula(form, dialect);
                try (PreparedStatement statement = connection.prepareStatement("select " + inDatabase(form, dialect))) {
                    for (int i = 0; i < 60; i++) {
                        String text = text(random);
                        assertThat(computed(formula, text)).as(form).isEqualTo(asked(statement, form, text));
                    }
                    assertThat(computed(formula, null)).as(form).isEqualTo(asked(statement, form, null));
                }
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
        }
        return text.toString();
    }

    private static Formula formula(String form, Dialect dialect) {
        String sql = "select " + form.replace("%s", "email") + " as x from page_contact";
        QueryPlan plan = (QueryPlan) Example.analyzer(dialect).analyze(sql);
        return plan.columns().get(0).computed().orElseThrow().formula();
    }

    /** As a value of a column that compares exactly. */
    private static String inDatabase(String form, Dialect dialect) {
        String operand = switch (dialect) {
            case POSTGRESQL, H2 -> "cast(? as varchar(99))";
            case MARIADB -> "convert(? using utf8mb4) collate utf8mb4_nopad_bin";
        };
        return form.replace("%s", operand);
    }

    private static @Nullable String computed(Formula formula, @Nullable String text) throws SQLException {
        Object value = formula.value(new Formula.Row() {
            @Override
            public @Nullable Object input(int input) {
                return text;
            }

            @Override
            public CaseMapping cases() {
                return CaseMapping.JAVA;
            }
        });
        return value == null ? null : value.toString();
    }

    private static @Nullable String asked(PreparedStatement statement, String form, @Nullable String text)
            throws SQLException {
        List<Integer> places = new ArrayList<>();
        for (int at = form.indexOf("%s"); at >= 0; at = form.indexOf("%s", at + 1)) {
            places.add(at);
            statement.setString(places.size(), text);
        }
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
