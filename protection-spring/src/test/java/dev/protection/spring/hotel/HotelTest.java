package dev.protection.spring.hotel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.spring.testing.Started;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application answers with the library as it does without: what it was made for is all that differs. */
class HotelTest {
    private static final List<String> SECRETS = List.of("Byron", "Murray", "mail.example", "Quay", "358 40", "a view");

    static Stream<Supplier<Started>> databases() {
        return Stream.of(Started::onH2, Started::onPostgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void answersAsWithoutTheLibrary(Supplier<Started> database) throws Exception {
        Started plain = database.get().with("protection.enabled", "false");
        Started guarded = database.get().with("protection.config", "classpath:hotel.yaml");
        assertThat(play(plain).differences(play(guarded))).isEmpty();
        assertThat(stored(plain)).containsAll(SECRETS);
        assertThat(stored(guarded)).isEmpty();
    }

    private static Play play(Started hotel) {
        Play play = new Play();
        try (ConfigurableApplicationContext app = hotel.with("spring.jpa.hibernate.ddl-auto", "create")
                .with("spring.jpa.properties.hibernate.jdbc.batch_size", "20")
                .with("spring.jpa.properties.hibernate.order_inserts", "true")
                .run(HotelApplication.class)) {
            Guests guests = app.getBean(Guests.class);
            TransactionTemplate work = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
            Reads reads = new Reads(play, guests, app.getBean(Stays.class), work);
            play.step("fill", () -> guests.saveAll(invented()).size());
            reads.all("first");
            new Changes(play, guests, app.getBean(Stays.class), work, app.getBean(EntityManager.class)).all();
            reads.all("then");
        }
        return play;
    }

    private static List<Guest> invented() {
        Guest ada = new Guest("Ada", "Byron", "ada@mail.example", LocalDate.of(1815, 12, 10), Level.GOLD);
        ada.address = new Address("Quay 7", "Oulu");
        ada.balance = new BigDecimal("12.50");
        ada.phones.addAll(List.of("+358 40 1", "+358 40 2"));
        ada.notes = "a feather pillow";
        ada.stays.add(new Stay(ada, "101", LocalDate.of(2026, 1, 1), "a feather pillow"));
        ada.stays.add(new Stay(ada, "102", LocalDate.of(2026, 2, 1), null));
        ada.stays.get(0).passport = "feather".getBytes(StandardCharsets.UTF_8);
        Guest grace = new Guest("Grace", "Hopper", "grace@mail.example", LocalDate.of(1906, 12, 9), Level.GOLD);
        grace.stays.add(new Stay(grace, "101", LocalDate.of(2026, 3, 1), "quiet"));
        Guest annabella = new Guest("Annabella", "Byron", null, LocalDate.of(1792, 5, 17), Level.SILVER);
        annabella.address = new Address("Quay 8", "Turku");
        annabella.phones.add("+358 40 3");
        List<Guest> all = new ArrayList<>(List.of(ada, grace, annabella));
        for (int i = 0; i < 30; i++) {
            all.add(new Guest("Guest" + i, "Name" + i % 7, "g" + i + "@mail.example", null, Level.SILVER));
        }
        return all;
    }

    /** Which of the secrets stand in the database, readable. */
    private static List<String> stored(Started hotel) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("guest", "guest_phone", "stay")) {
            try (Connection connection = hotel.connect();
                    ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        byte[] bytes = bytes(rows, i);
                        all.append(new String(bytes, StandardCharsets.ISO_8859_1))
                                .append('\n');
                    }
                }
            }
        }
        return SECRETS.stream().filter(all.toString()::contains).toList();
    }

    private static byte[] bytes(ResultSet rows, int column) throws Exception {
        Object value = rows.getObject(column);
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        String text = rows.getString(column);
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
