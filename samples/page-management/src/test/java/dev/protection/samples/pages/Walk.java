package dev.protection.samples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.WebDriver;

/** Clicks through the product as those who work with it do. Each browser that runs it is a subclass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Walk {
    private static final String ANNA = "Anna Virtanen";

    private Product product;
    private Person person;

    abstract WebDriver browser() throws IOException;

    /** Presses "Download the copy" on the page that is open. */
    abstract Path downloadCopy() throws Exception;

    @BeforeAll
    final void start() throws IOException {
        product = Product.start("--sample.people=900");
        person = new Person(browser(), product.site());
    }

    @AfterAll
    final void stop() {
        person.leave();
        product.close();
    }

    final Person person() {
        return person;
    }

    @Test
    void aStrangerIsSentToTheSignIn() {
        person.signOut();
        person.open("/contacts");
        assertThat(person.heading()).isEqualTo("Sign in");
        person.signInWith("agent", "wrong");
        assertThat(person.text())
                .contains("That name or password is not known.")
                .doesNotContain(ANNA);
    }

    @Test
    void nothingComesFromElsewhere() {
        person.signIn("agent");
        assertThat(person.source()).doesNotContain("http://", "https://", "<script");
    }

    @Test
    void anAgencyManagesItsClientsPages_anEnterpriseThoseOfAThousandLocations() {
        person.signIn("agent");
        person.click("Pages");
        assertThat(person.text())
                .contains("20 pages", "Acme Tools", "Harbour Agency")
                .doesNotContain("Nordic Coffee");
        person.signIn("franchisee");
        person.click("Pages");
        assertThat(person.text()).contains("1 page", "Nordic Coffee Oulu", "Nordic Coffee North");
        person.signIn("region");
        person.click("Pages");
        assertThat(person.text())
                .contains("101 pages", "Nordic Coffee Rovaniemi")
                .doesNotContain("Acme");
        person.signIn("support");
        person.click("Pages");
        assertThat(person.text()).contains("1061 pages", "Page 1 of 43");
        person.fill("title", "Oulu", "Search");
        person.click("People of Nordic Coffee Oulu");
        assertThat(person.text()).contains("oulu").doesNotContain("acme");
    }

    @Test
    void aContactIsSeenBesideTheBytesOfTheDatabase_withItsMessagesAndAttachment() {
        person.signIn("agent");
        person.click(ANNA);
        assertThat(person.heading()).isEqualTo("Contact 1 for support");
        assertThat(person.text()).contains("person1@mail.example", "this is Anna", " bytes)");
        assertThat(person.cells("The database stores"))
                .hasSize(5)
                .allSatisfy(cell -> assertThat(cell).matches("e7[0-9a-f]{46}\\.\\. \\(\\d+ bytes\\)"));
        person.click("note-1.txt");
        assertThat(person.source()).contains("A note that came with");
    }

    @Test
    void aPurposeThatNeedsLessSeesAMask() {
        person.signIn("agent");
        person.click(ANNA);
        person.click("For the newsletter");
        assertThat(person.text()).contains("***", "person1@mail.example").doesNotContain("Virtanen");
    }

    @Test
    void encryptedFieldsAreSearched() {
        person.signIn("agent");
        person.fill("email", "person1@mail.example", "Search");
        assertThat(person.text()).contains("1 person", ANNA);
        person.click("Contacts");
        person.fill("lastName", "Virt", "Search");
        assertThat(person.text()).contains("1 person", ANNA);
        person.click("Contacts");
        person.fill("lastName", "Qqq", "Search");
        assertThat(person.text()).contains("0 people", "none");
    }

    @Test
    void listsArePaged() {
        person.signIn("agent");
        person.click("Next");
        assertThat(person.text()).contains("Page 2 of").doesNotContain(ANNA);
        person.click("Previous");
        assertThat(person.text()).contains("Page 1 of", ANNA);
    }

    @Test
    void aRefusalSaysWhy_andWhatWouldChangeIt() {
        for (String name : List.of("agent", "franchisee", "support")) {
            person.signIn(name);
            person.click("somebody else's person");
            assertThat(person.heading()).isEqualTo("This is not for you");
            assertThat(person.text())
                    .contains("is refused:", "PROT-ACCESS-DENIED", "What would change it", "It would be permitted by")
                    .doesNotContain("Virtanen");
        }
    }

    @Test
    void teamMembersHaveAccounts_whosePasswordsNobodySees() {
        person.signIn("agent");
        person.click("Team");
        assertThat(person.text())
                .contains("agent@team.example", "harbour-agency")
                .doesNotContain("officer", "bcrypt");
        assertThat(person.source()).doesNotContain("bcrypt");
    }

    @Test
    void anExportCanBeOpened() throws Exception {
        person.signIn("officer");
        person.fill("email", "person1@mail.example", "Search");
        person.click(ANNA);
        person.click("A copy for this person");
        assertThat(person.text()).contains("page_contact", "message", "attachments", "invoice");
        Copy copy = Copy.of(downloadCopy());
        assertThat(copy.names()).contains("index.html", "manifest.json").anyMatch(name -> name.endsWith("note-1.txt"));
        person.openFile(copy.extract("index.html"));
        assertThat(person.heading()).isEqualTo("Your data (Art. 15, 20 GDPR)");
        assertThat(person.text()).contains("Virtanen", "person1@mail.example", "this is Anna");
    }

    @Test
    void anErasureHasAReceipt_andTheLawKeepsTheInvoice() {
        person.signIn("officer");
        String contact = contact(10);
        person.click("Invoices");
        String invoiced = person.cells("Address").get(0);
        person.click("The contact");
        person.click("Erase this person");
        assertThat(person.text()).contains("What would be kept", "invoice", "Accounting Act 2:10 for P6Y");
        person.press("Erase this person");
        assertThat(person.heading()).isEqualTo("Receipt of an erasure");
        assertThat(person.text())
                .contains("The request is fulfilled", "keys were destroyed", "page_contact", "message")
                .contains("Accounting Act 2:10 for P6Y", "invoice");
        person.openUrl(contact);
        assertThat(person.cells("The application sees")).containsOnly("none");
        person.click("Invoices");
        assertThat(person.cells("Address"))
                .as("the invoice is still read for invoicing")
                .containsExactly(invoiced);
        person.click("The contact");
        person.click("Who has seen this person");
        assertThat(person.cells("Data")).as("what the law keeps alone").doesNotContain("page_contact", "message");
    }

    /** As the officer, who is signed in; the address of the contact's page. */
    private String contact(int number) {
        person.click("Contacts");
        person.fill("email", "person" + number + "@mail.example", "Search");
        person.click(person.cells("Name").get(0));
        return person.url();
    }

    @Test
    void aRestrictedPersonIsSeenByNobody_untilItIsLifted() {
        person.signIn("officer");
        String contact = contact(21);
        person.click("Restrict, object");
        assertThat(person.text()).contains("processing is not restricted");
        person.press("Restrict processing");
        assertThat(person.heading()).isEqualTo("The request is fulfilled");
        person.openUrl(contact);
        assertThat(person.heading()).isEqualTo("Not Found");
        person.open("/contacts?email=person21@mail.example");
        assertThat(person.text()).contains("0 people");
        person.openUrl(contact.replace("/t/", "/people/").replace("/contacts/", "/contact/"));
        assertThat(person.text()).contains("processing is restricted");
        person.press("The person was told: lift the restriction");
        person.click("The person");
        assertThat(person.text()).contains("processing is not restricted");
        person.openUrl(contact);
        assertThat(person.heading()).isEqualTo("Contact 21 for support");
    }

    @Test
    void whoeverObjects_isNotThereForThatPurpose_untilItIsOverridden() {
        person.signIn("officer");
        String contact = contact(22);
        person.click("For a survey");
        assertThat(person.heading()).isEqualTo("Contact 22 for a survey");
        person.click("Restrict, object");
        person.press("Object to survey");
        assertThat(person.heading()).isEqualTo("The request is requires action");
        person.openUrl(contact + "/survey");
        assertThat(person.heading()).isEqualTo("Not Found");
        person.openUrl(contact);
        assertThat(person.heading()).as("for any other purpose").isEqualTo("Contact 22 for support");
        person.click("Restrict, object");
        assertThat(person.text()).contains("objects to survey");
        person.press("Withdraw the objection to survey");
        person.openUrl(contact + "/survey");
        assertThat(person.heading()).isEqualTo("Contact 22 for a survey");
        person.click("Restrict, object");
        person.press("Object to survey");
        person.fill("grounds", "fraud case 12", "Override it");
        assertThat(person.heading()).isEqualTo("The request is rejected");
        person.openUrl(contact + "/survey");
        assertThat(person.heading()).isEqualTo("Contact 22 for a survey");
    }

    @Test
    void theOfficerFindsAnybodyByNumber() {
        person.signIn("officer");
        person.open("/people");
        person.type("tenant", "acme");
        person.fill("id", "1", "Go");
        assertThat(person.heading()).isEqualTo("contact 1");
        assertThat(person.text()).contains("active; processing is not restricted");
        person.click("Back to the application");
        assertThat(person.heading()).isEqualTo("Contacts");
    }

    @Test
    void theRetentionPlanSaysWhatIsDue() {
        person.signIn("officer");
        person.click("Retention");
        assertThat(person.cells("Data")).contains("page_contact", "message", "invoice", "team_member");
        assertThat(person.cells("Remove")).anyMatch(count -> Integer.parseInt(count) > 0);
        assertThat(person.text()).contains("Hash of the plan");
    }

    @Test
    void readingManyMakesAFinding_andTheRawViewIsOneThatStands() {
        person.signIn("support");
        person.press("Read many");
        assertThat(person.text()).contains("You read 600 people at once");
        person.signIn("officer");
        person.click("Findings");
        assertThat(person.cells("Rule")).contains("bulk read");
        assertThat(person.cells("Who")).contains("support");
        assertThat(person.text()).contains("DATA_SOURCE_UNPROTECTED");
    }

    @Test
    void theLogIsVerified_andTellsWhoHasSeenSomebody() {
        person.signIn("agent");
        person.click(ANNA);
        person.signIn("officer");
        person.click("Audit log");
        Matcher whole = Pattern.compile("Whole (\\d+) entries").matcher(person.text());
        assertThat(whole.find()).isTrue();
        assertThat(Long.parseLong(whole.group(1))).isGreaterThan(1);
        person.click("Back to the application");
        person.fill("email", "person1@mail.example", "Search");
        person.click(ANNA);
        person.click("Who has seen this person");
        assertThat(person.cells("Who")).contains("agent", "officer", "loader");
        assertThat(person.cells("Data")).contains("page_contact", "message", "audit-log");
    }

    @Test
    void whatIsTheOfficersIsNobodyElses() {
        person.signIn("agent");
        for (String path : List.of(
                "/audit",
                "/findings",
                "/retention",
                "/measures",
                "/people/acme/contact/1",
                "/people/acme/contact/1/seen")) {
            person.open(path);
            assertThat(person.heading()).isEqualTo("Forbidden");
        }
    }

    @Test
    void theMeasuresAreShownWithTheirStatusAndEvidence() {
        person.signIn("officer");
        person.click("Measures");
        assertThat(person.cells("No.")).hasSize(48).contains("S01-S02", "S38-S39", "S51");
        assertThat(person.cells("Status"))
                .contains("Implemented", "Partially implemented", "Planned")
                .doesNotContain("Contradicted", "Stale");
        assertThat(person.text()).contains("Nordhall Datacenters", "fields-sealed");
    }
}
