package dev.protection.spring.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.protection.spring.testing.Started;
import jakarta.validation.ConstraintViolationException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Spring Data JPA with Hibernate's own schema, unchanged, once its personal columns are declared. */
class ClinicTest {
    static Stream<Supplier<Started>> databases() {
        return Stream.of(Started::onH2, Started::onPostgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void runsUnchanged(Supplier<Started> database) throws Exception {
        Started clinic = database.get().with("protection.config", "classpath:clinic.yaml");
        try (ConfigurableApplicationContext app =
                clinic.with("spring.jpa.hibernate.ddl-auto", "create").run(ClinicApplication.class)) {
            assertThat(app.getBean(HikariDataSource.class).isRunning()).isTrue();
            OwnerRepository owners = app.getBean(OwnerRepository.class);
            fill(owners);
            reads(owners);
            searches(owners);
            changes(owners);
            vets(app.getBean(VetRepository.class));
        }
        assertThat(stored(clinic))
                .isNotEmpty()
                .noneMatch(text -> text.contains("Davis") || text.contains("Cardinal") || text.contains("6085551749"));
        try (ConfigurableApplicationContext app =
                clinic.with("spring.jpa.hibernate.ddl-auto", "validate").run(ClinicApplication.class)) {
            assertThat(app.getBean(OwnerRepository.class).findByLastName("Davis"))
                    .extracting(owner -> owner.telephone)
                    .containsExactlyInAnyOrder("6085551749", "6085553198");
        }
    }

    private static void fill(OwnerRepository owners) {
        Owner george = new Owner("George", "Franklin", "110 W. Liberty St.", "Madison", "6085551023");
        Pet leo = new Pet("Leo", LocalDate.of(2010, 9, 7));
        leo.visits.add(new Visit(LocalDate.of(2013, 1, 1), "rabies shot"));
        george.pets.add(leo);
        owners.save(george);
        owners.save(new Owner("Betty", "Davis", "638 Cardinal Ave.", "Sun Prairie", "6085551749"));
        owners.saveAll(List.of(
                new Owner("Harold", "Davis", "563 Friendly St.", "Windsor", "6085553198"),
                new Owner("Eduardo", "Rodriquez", "2693 Commerce St.", "McFarland", "6085558763")));
    }

    private static void reads(OwnerRepository owners) {
        assertThat(owners.findAll())
                .extracting(owner -> owner.lastName)
                .containsExactlyInAnyOrder("Franklin", "Davis", "Davis", "Rodriquez");
        Owner george = owners.withPets(1);
        assertThat(george.pets).singleElement().satisfies(leo -> {
            assertThat(leo.name).isEqualTo("Leo");
            assertThat(leo.visits).extracting(visit -> visit.description).containsExactly("rabies shot");
        });
        assertThat(owners.findAll(PageRequest.of(1, 3, Sort.by("id"))).getTotalElements())
                .isEqualTo(4);
        assertThat(owners.findByLastName("Davis")).hasSize(2);
        assertThat(owners.existsByTelephone("6085551749")).isTrue();
        assertThat(owners.existsByTelephone("6085551740")).isFalse();
    }

    private static void searches(OwnerRepository owners) {
        Page<Owner> davis = owners.findByLastNameStartingWith("Dav", PageRequest.of(0, 5));
        assertThat(davis.getTotalElements()).isEqualTo(2);
        assertThat(davis).extracting(owner -> owner.lastName).containsOnly("Davis");
        assertThat(owners.findByLastNameStartingWith("Dav", PageRequest.of(1, 1)))
                .hasSize(1);
        assertThat(owners.findByLastNameStartingWith("", PageRequest.of(0, 3)).getTotalElements())
                .isEqualTo(4);
        assertThat(owners.findByLastNameStartingWith("D_v", PageRequest.of(0, 5)))
                .isEmpty();
        assertThat(owners.page("Dav", PageRequest.of(0, 5)).getTotalElements()).isEqualTo(2);
        assertThat(owners.page("", PageRequest.of(0, 1)).getTotalElements()).isEqualTo(4);
        assertThat(owners.countByLastNameStartingWith("Dav")).isEqualTo(2);
        assertThat(owners.findByLastNameIgnoreCase("dAVIS")).hasSize(2);
        assertThat(owners.findByLastNameStartingWithIgnoreCase("dav")).hasSize(2);
        assertThat(owners.findByLastNameContaining("avi")).hasSize(2);
        assertThat(owners.findByOrderByLastName())
                .extracting(owner -> owner.lastName)
                .containsExactly("Davis", "Davis", "Franklin", "Rodriquez");
    }

    private static void changes(OwnerRepository owners) {
        Owner george = owners.findById(1).orElseThrow();
        george.city = "Monona";
        owners.save(george);
        assertThat(owners.findById(1).orElseThrow().city).isEqualTo("Monona");
        Owner wrong = new Owner("Jean", " ", "105 N. Lake St.", "Monona", "not a number");
        assertThatThrownBy(() -> owners.save(wrong)).isInstanceOf(ConstraintViolationException.class);
        owners.deleteById(1);
        assertThat(owners.count()).isEqualTo(3);
    }

    /** Tables that are nobody's personal data. */
    private static void vets(VetRepository vets) {
        vets.save(new Vet("Douglas", new Specialty("surgery"), new Specialty("dentistry")));
        vets.save(new Vet("Carter"));
        assertThat(vets.findAll(Sort.by("lastName")))
                .extracting(vet -> vet.lastName, vet -> vet.specialties.size())
                .containsExactly(tuple("Carter", 0), tuple("Douglas", 2));
    }

    /** What the database really holds, as text. */
    private static List<String> stored(Started clinic) throws Exception {
        try (Connection connection = clinic.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT last_name, address, telephone FROM owners")) {
            List<String> stored = new ArrayList<>();
            while (rows.next()) {
                for (int column = 1; column <= 3; column++) {
                    stored.add(new String(rows.getBytes(column), StandardCharsets.ISO_8859_1));
                }
            }
            return stored;
        }
    }
}
