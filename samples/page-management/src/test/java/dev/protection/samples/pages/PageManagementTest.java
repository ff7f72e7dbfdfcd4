package dev.protection.samples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Signs in and clicks through the product, over HTTP. */
class PageManagementTest {
    private static final String ANNA = "/t/acme/contacts/1";
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() throws IOException {
        FreshStart.prepare();
        app = new SpringApplicationBuilder(PageManagement.class).run("--server.port=0", "--sample.people=200");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void strangerIsSentToTheSignIn_withoutExternalResources() throws Exception {
        assertThat(new Visitor(port()).get("/contacts").body())
                .contains("Sign in", "/pages.css")
                .doesNotContain("Virtanen", "http://", "https://");
    }

    @Test
    void agentSeesHisClientsPeople_besideTheBytesOfTheDatabase() throws Exception {
        Visitor agent = signedIn("agent");
        assertThat(agent.get("/contacts?page=1").body())
                .contains("Page 2 of", "/t/globex/")
                .doesNotContain("/t/oulu/");
        String page = agent.get(ANNA).body();
        assertThat(page).contains("Anna", "Virtanen", "person1@mail.example", " bytes)", "this is Anna");
    }

    @Test
    void encryptedFieldsAreSearched() throws Exception {
        Visitor agent = signedIn("agent");
        assertThat(agent.get("/contacts?email=person1@mail.example").body()).contains("1 people", "Anna Virtanen");
        assertThat(agent.get("/contacts?lastName=Virt").body()).contains("1 people", "Anna Virtanen");
        assertThat(agent.get("/contacts?lastName=Qqq").body()).contains("0 people");
    }

    @Test
    void newsletterSeesAMask() throws Exception {
        assertThat(signedIn("agent").get(ANNA + "/newsletter").body())
                .contains("<td>***</td>", "person1@mail.example")
                .doesNotContain("Virtanen");
    }

    @Test
    void foreignClientIsRefused_withReasonAndRemedy() throws Exception {
        Visitor franchisee = signedIn("franchisee");
        assertThat(franchisee.get("/contacts").body()).contains("/t/oulu/").doesNotContain("/t/acme/", "/t/turku/");
        HttpResponse<String> refused = franchisee.get(ANNA);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("PROT-", "What would change it").doesNotContain("Virtanen");
    }

    @Test
    void officerExportsAndErases_andTheLawKeepsTheInvoice() throws Exception {
        Visitor officer = signedIn("officer");
        String person = "/t/" + clientOf(officer, 10) + "/contacts/10";
        HttpResponse<byte[]> copy = officer.post(person + "/export", "");
        assertThat(copy.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(entries(copy.body()))
                .anyMatch(name -> name.contains("message"))
                .hasSizeGreaterThan(2);
        assertThat(entries(officer.post(ANNA + "/export", "").body())).anyMatch(name -> name.endsWith("photo.txt"));
        String receipt = text(officer.post(person + "/erase", ""));
        assertThat(receipt)
                .contains("The request is FULFILLED", "page_contact", "Accounting Act 2:10 for P6Y", "invoice");
        assertThat(officer.get(person).body()).contains("<em>none</em>").doesNotContain("person10@mail.example");
    }

    @Test
    void officerSeesPlanLogAndWhoHasSeenSomebody_othersDoNot() throws Exception {
        signedIn("agent").get(ANNA);
        Visitor officer = signedIn("officer");
        assertThat(officer.get("/retention").body()).contains("<td>page_contact</td>");
        assertThat(officer.get("/audit").body()).contains("entries").contains("and is whole");
        assertThat(officer.get(ANNA + "/seen").body()).contains("<td>agent</td>", "<td>officer</td>");
        assertThat(signedIn("agent").get("/audit").statusCode()).isEqualTo(403);
        assertThat(signedIn("agent").post(ANNA + "/erase", "").statusCode()).isEqualTo(403);
    }

    @Test
    void readingManyMakesAFinding_andTheRawViewIsOneThatStands() throws Exception {
        Visitor agent = signedIn("agent");
        for (int i = 0; i < 8; i++) {
            assertThat(text(agent.post("/contacts/many", ""))).contains("people at once");
        }
        assertThat(signedIn("officer").get("/findings").body()).contains("BULK_READ", "DATA_SOURCE_UNPROTECTED");
    }

    @Test
    void measuresAreShownWithTheirStatus() throws Exception {
        Visitor support = signedIn("support");
        assertThat(support.get("/contacts").body()).contains("Anna Virtanen", "/t/oulu/");
        assertThat(support.get("/measures").body())
                .contains("Nordhall Datacenters", "S51", "Implemented", "Planned")
                .doesNotContain("Contradicted");
    }

    /** Search results link to the client's own address. */
    private static String clientOf(Visitor visitor, int contact) throws Exception {
        String found = visitor.get("/contacts?email=person" + contact + "@mail.example")
                .body();
        Matcher link =
                Pattern.compile("/t/([a-z-]+)/contacts/" + contact + "\"").matcher(found);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static Visitor signedIn(String name) throws IOException, InterruptedException {
        return Visitor.signedIn(port(), name);
    }

    private static String port() {
        return String.valueOf(app.getEnvironment().getProperty("local.server.port"));
    }
}
