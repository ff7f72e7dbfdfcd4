package dev.protection.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.protection.Scope;
import dev.protection.spring.testing.Answers;
import dev.protection.spring.testing.Started;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.exception.AuthException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A refusal is a lack of rights to everyone above: Spring, Hibernate and the pool. */
class RefusalTest {
    private static final String NAMES = "SELECT full_name FROM person";

    static Stream<Supplier<Started>> databases() {
        return PeopleApplication.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusedAccess_isALackOfRights_toSpringAndHibernate(Supplier<Started> database) {
        try (ConfigurableApplicationContext app = PeopleApplication.on(database).run(PeopleApplication.class)) {
            JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
            People people = app.getBean(People.class);
            fill(people);
            Long session = session(jdbc);
            for (String code : List.of("PROT-CONTEXT-MISSING", "PROT-PURPOSE-UNKNOWN", "PROT-ACCESS-DENIED")) {
                try (Scope scope = scope(code)) {
                    refused(code, () -> jdbc.queryForList(NAMES));
                    refused(code, people::findAll);
                    refused(code, () -> people.findByEmail("ada@acme.example"));
                    refused(code, () -> people.save(new Person("acme", "Bob", "bob@acme.example", "Turku")));
                    hibernate(app, code);
                }
            }
            assertThat(session(jdbc)).as("the pool keeps its connection").isEqualTo(session);
            assertThat(app.getBean(HikariDataSource.class).getHikariPoolMXBean().getTotalConnections())
                    .isEqualTo(1);
        }
    }

    private static void fill(People people) {
        try (Scope scope = PeopleApplication.as("agent", "support")) {
            people.saveAndFlush(new Person("acme", "Ada Byron", "ada@acme.example", "Oulu"));
        }
    }

    private static Scope scope(String code) {
        return switch (code) {
            case "PROT-CONTEXT-MISSING" -> () -> {};
            case "PROT-PURPOSE-UNKNOWN" -> PeopleApplication.as("agent", "marketing");
            default -> PeopleApplication.as("visitor", "support");
        };
    }

    private static Long session(JdbcTemplate jdbc) {
        return jdbc.execute((Connection connection) -> {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            try (Statement statement = connection.createStatement();
                    ResultSet id = statement.executeQuery(h2 ? "SELECT SESSION_ID()" : "SELECT pg_backend_pid()")) {
                id.next();
                return id.getLong(1);
            }
        });
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(PermissionDeniedDataAccessException.class)
                .satisfies(failure -> assertThat(Answers.code(failure)).isEqualTo(code))
                .hasMessageNotContaining("ada@acme.example");
    }

    /** Without Spring's translation. */
    private static void hibernate(ConfigurableApplicationContext app, String code) {
        EntityManagerFactory factory = app.getBean(EntityManagerFactory.class);
        assertThatThrownBy(() -> factory.callInTransaction(
                        entities -> entities.createQuery("from Person").getResultList()))
                .isInstanceOf(AuthException.class)
                .satisfies(failure -> assertThat(Answers.code(failure)).isEqualTo(code));
    }

    /** The design: what no role grants is refused, whether it is encrypted or not; what the purpose does not need is masked. */
    @ParameterizedTest
    @MethodSource("databases")
    void categoryThatNoRoleGrants_isRefusedByName_andLeftAwayByAProjection(Supplier<Started> database) {
        try (ConfigurableApplicationContext app = PeopleApplication.on(database).run(PeopleApplication.class)) {
            People people = app.getBean(People.class);
            fill(people);
            try (Scope scope = PeopleApplication.as("clerk", "support")) {
                assertThatThrownBy(people::findAll)
                        .isInstanceOf(PermissionDeniedDataAccessException.class)
                        .hasMessageContaining("city")
                        .hasMessageContaining("by the role 'agent'")
                        .hasMessageContaining("What leaves the field out needs no right to it");
                assertThat(people.findNamedByClientId("acme"))
                        .extracting(People.Named::getFullName)
                        .containsExactly("Ada Byron");
            }
            try (Scope scope = PeopleApplication.as("agent", "newsletter")) {
                assertThat(people.findAll()).singleElement().satisfies(ada -> {
                    assertThat(ada.fullName).isEqualTo("***");
                    assertThat(ada.city).isEqualTo("***");
                    assertThat(ada.email).isEqualTo("ada@acme.example");
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void statementThatIsNotOffered_isAMisuse(Supplier<Started> database) {
        try (ConfigurableApplicationContext app = PeopleApplication.on(database).run(PeopleApplication.class)) {
            assertThatThrownBy(() -> app.getBean(JdbcTemplate.class).execute("VACUUM person"))
                    .isInstanceOf(InvalidDataAccessApiUsageException.class);
        }
    }
}
