package dev.protection.samples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** With one profile the product runs on a PostgreSQL that it brings along, and says how far it is. */
class OnPostgresTest {
    @Test
    void theProductBringsItsDatabase_showsItsProgress_andWorksOnIt() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (Product product = Product.start("--sample.people=700", "--spring.profiles.active=postgres")) {
            System.setOut(before);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("1,061 pages", "Loaded 570 of 700 people.", "Loaded 700 of 700 people.");
            assertThat(databaseOf(product)).isEqualTo("PostgreSQL");
            Person person = new Person(new HtmlUnitDriver(false), product.site());
            signIn(person);
            person.leave();
        } finally {
            System.setOut(before);
        }
    }

    private static String databaseOf(Product product) throws SQLException {
        DataSource pool = Objects.requireNonNull(product.app().getBean("dataSource", DataSource.class));
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        }
    }

    private static void signIn(Person person) {
        person.signIn("officer");
        person.fill("lastName", "Virt", "Search");
        person.click("Anna Virtanen");
        assertThat(person.cells("The database stores"))
                .allSatisfy(cell -> assertThat(cell).startsWith("e7"));
        person.click("Erase this person");
        person.press("Erase this person");
        assertThat(person.text()).contains("The request is fulfilled", "Accounting Act 2:10 for P6Y");
        person.click("Audit log");
        assertThat(person.text()).contains("Whole");
        person.click("Retention");
        assertThat(Stream.of("page_contact", "message")).allMatch(person.cells("Data")::contains);
        assertThat(person.cells("Remove")).anyMatch(count -> !"0".equals(count));
        person.press("Apply this plan");
        assertThat(person.heading()).isEqualTo("The plan is fulfilled");
        person.click("What is due now");
        assertThat(person.cells("Remove")).allMatch("0"::equals);
    }
}
