package dev.protection.spring.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** Plain JDBC with schema.sql and data.sql, unchanged, once its personal columns are declared. */
class ScriptClinicTest {
    static Stream<Supplier<Started>> databases() {
        return Stream.of(Started::onH2, Started::onPostgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void runsUnchanged(Supplier<Started> database) throws Exception {
        Started clinic = database.get()
                .with("protection.config", "classpath:clinic.yaml")
                .with("spring.sql.init.mode", "always")
                .with("spring.sql.init.schema-locations", "classpath:clinic-schema.sql")
                .with("spring.sql.init.data-locations", "classpath:clinic-data.sql");
        try (ConfigurableApplicationContext app = clinic.run(JdbcApplication.class)) {
            JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
            JdbcClient client = app.getBean(JdbcClient.class);
            assertThat(jdbc.queryForList("SELECT last_name FROM owners WHERE id = 2", String.class))
                    .containsExactly("Davis");
            Number id = new SimpleJdbcInsert(jdbc)
                    .withTableName("owners")
                    .usingGeneratedKeyColumns("id")
                    .executeAndReturnKey(
                            Map.of("first_name", "Peter", "last_name", "McTavish", "telephone", "6085552765"));
            assertThat(client.sql("SELECT telephone FROM owners WHERE id = :id")
                            .param("id", id)
                            .query(String.class)
                            .single())
                    .isEqualTo("6085552765");
            client.sql("UPDATE owners SET city = ? WHERE last_name = ?")
                    .params("Monona", "O'Davis")
                    .update();
            assertThat(jdbc.queryForMap("SELECT * FROM owners WHERE id = 3")).containsEntry("city", "Monona");
            assertThat(jdbc.queryForObject(
                            "SELECT COUNT(*) FROM owners o JOIN pets p ON p.owner_id = o.id", Integer.class))
                    .isEqualTo(1);
            assertThat(jdbc.queryForList("SELECT last_name FROM owners WHERE last_name LIKE ?", String.class, "Dav%"))
                    .containsExactly("Davis");
            assertThat(jdbc.queryForList("SELECT last_name FROM owners WHERE last_name LIKE ?", String.class, "%avi%"))
                    .containsExactlyInAnyOrder("Davis", "O'Davis", "McTavish");
            assertThat(jdbc.queryForList("SELECT last_name FROM owners ORDER BY last_name", String.class))
                    .containsExactly("Davis", "Franklin", "McTavish", "O'Davis");
            assertThat(jdbc.update("INSERT INTO owners (first_name, last_name) SELECT 'Jean', 'Coleman'"
                            + " WHERE NOT EXISTS (SELECT * FROM owners WHERE id = 99)"))
                    .isEqualTo(1);
        }
    }
}
