package dev.protection.spring.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ConfigurationException;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.anomaly.FindingQuery;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Protection;
import dev.protection.rights.SubjectState;
import dev.protection.spring.testing.Started;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The officer's pages: who opens them, what they do, what they say when something is refused. */
class ConsoleTest {
    private static final List<String> PAGES = List.of(
            "/people",
            "/people/acme/contact/1",
            "/people/acme/contact/1/copy",
            "/people/acme/contact/1/erasure",
            "/people/acme/contact/1/seen",
            "/retention",
            "/findings",
            "/audit",
            "/measures",
            "/console.css");

    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() {
        app = console().with("protection.console.purpose", "data-protection").run(ConsoleApplication.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Started console() {
        return Started.onH2()
                .web()
                .with("protection.config", "classpath:console.yaml")
                .with("spring.sql.init.mode", "always")
                .with("spring.sql.init.schema-locations", "classpath:console-schema.sql")
                .with("protection.console.enabled", "true")
                .with("protection.contexts.startup.actor", "loader")
                .with("protection.contexts.startup.roles", "loader")
                .with("protection.contexts.startup.tenant", "acme")
                .with("protection.contexts.startup.purpose", "support");
    }

    private static Officer officer() {
        return new Officer(app, "officer");
    }

    private static String person(int id) {
        return "/protection/people/acme/contact/" + id;
    }

    @Test
    void everyPageOpens_forTheOfficerAlone() throws Exception {
        for (String page : PAGES) {
            HttpResponse<String> seen = officer().get("/protection" + page);
            assertThat(seen.statusCode()).as(page).isEqualTo(200);
            assertThat(seen.body()).doesNotContain("http://", "https://", "<script");
            assertThat(new Officer(app, "agent").get("/protection" + page).statusCode())
                    .as(page)
                    .isEqualTo(403);
            assertThat(new Officer(app, "").get("/protection" + page).statusCode())
                    .as(page)
                    .isEqualTo(403);
        }
    }

    @Test
    void whoMayNot_isTheDetectorsToKnow() throws Exception {
        Officer agent = new Officer(app, "agent");
        for (int i = 0; i < 30; i++) {
            agent.get(person(1));
        }
        assertThat(app.getBean(Protection.class).anomaly().findings(FindingQuery.all()))
                .anySatisfy(finding -> assertThat(finding.who()).isEqualTo("agent"));
    }

    @Test
    void nothingIsChanged_withoutTheTokenOfAForm() throws Exception {
        assertThat(officer().post(person(1) + "/erasure", "").statusCode()).isEqualTo(403);
        assertThat(state(1)).isEqualTo(SubjectState.active(contact(1)));
    }

    @Test
    void restrictionComesAndGoes_andEverySourceIsTold() throws Exception {
        Officer officer = officer();
        HttpResponse<String> page = officer.get(person(2));
        assertThat(page.body()).contains("processing is not restricted");
        assertThat(officer.press(page, "Restrict processing").body()).contains("The request is fulfilled");
        assertThat(state(2).restricted()).isTrue();
        assertThat(told(2).restricted()).isTrue();
        page = officer.get(person(2));
        assertThat(officer.press(page, "The person was told: lift the restriction")
                        .body())
                .contains("The request is fulfilled");
        assertThat(state(2).restricted()).isFalse();
        assertThat(told(2)).isEqualTo(SubjectState.active(contact(2)));
    }

    @Test
    void objectionWaitsForADecision() throws Exception {
        Officer officer = officer();
        HttpResponse<String> waits = officer.press(officer.get(person(3)), "Object to survey");
        assertThat(waits.body()).contains("It holds until it is decided");
        assertThat(told(3).objections()).containsExactly("survey");
        assertThat(officer.press(waits, "Override it", "grounds", "fraud case 12")
                        .body())
                .contains("The request is rejected");
        assertThat(told(3).objections()).isEmpty();
        HttpResponse<String> again = officer.press(officer.get(person(3)), "Object to survey");
        assertThat(officer.press(again, "Uphold it").body()).contains("The request is fulfilled");
        assertThat(state(3).objections()).containsExactly("survey");
    }

    @Test
    void erasureHasAReceipt_andIsRecordedUnderThePersonsTenant() throws Exception {
        Officer officer = officer();
        HttpResponse<String> plan = officer.get(person(4) + "/erasure");
        assertThat(plan.body()).contains("What would be erased", "full_name").doesNotContain("Ada");
        assertThat(officer.press(plan, "Erase this person").body())
                .contains("Receipt of an erasure", "keys were destroyed");
        assertThat(officer.get(person(4)).body()).contains("erased");
        assertThat(app.getBean(Protection.class).audit().find(AuditQuery.ALL.actor("officer")))
                .filteredOn(event -> event.kind() == AuditEvent.Kind.REQUEST)
                .allSatisfy(event -> assertThat(event.tenant()).contains(TenantId.of("acme")));
    }

    @Test
    void copyIsAFile() throws Exception {
        Officer officer = officer();
        HttpResponse<String> copy = officer.press(officer.get(person(5) + "/copy"), "Download the copy");
        assertThat(copy.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"copy.zip\"");
        assertThat(copy.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(copy.body()).startsWith("PK");
    }

    @Test
    void planIsApplied_asItWasSeen_orNotAtAll() throws Exception {
        Officer officer = officer();
        HttpResponse<String> plan = officer.get("/protection/retention");
        HttpResponse<String> other = officer.press(plan, "Apply this plan", "hash", "0000");
        assertThat(other.body()).contains("no longer what you saw", "Apply this plan");
        assertThat(officer.press(plan, "Apply this plan").body()).contains("The plan is fulfilled");
        assertThat(officer.get("/protection/retention").body()).contains("There is nothing to do");
    }

    @Test
    void refusalSaysWhy() throws Exception {
        Officer officer = officer();
        HttpResponse<String> refused = officer.press(officer.get(person(6)), "Object to survey", "purpose", "support");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("PROT-REQUEST-NOT-OBJECTABLE", "What would change it", "consent is withdrawn");
        assertThat(officer()
                        .get("/protection/people/of?tenant=acme&kind=contact&id=")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void consoleWithoutADeclaredPurpose_doesNotStart() {
        for (Started start : List.of(console(), console().with("protection.console.purpose", "marketing"))) {
            assertThatThrownBy(() -> start.run(ConsoleApplication.class))
                    .hasRootCauseInstanceOf(ConfigurationException.class)
                    .rootCause()
                    .hasMessageContaining("protection.console.purpose");
        }
    }

    @Test
    void withoutTheProperty_thereIsNone() throws Exception {
        try (ConfigurableApplicationContext plain =
                console().with("protection.console.enabled", "false").run(ConsoleApplication.class)) {
            assertThat(new Officer(plain, "officer").get("/protection/people").statusCode())
                    .isEqualTo(404);
        }
    }

    private static SubjectRef contact(int id) {
        return SubjectRef.of(TenantId.of("acme"), "contact", id);
    }

    private static SubjectState state(int id) {
        Protection protection = app.getBean(Protection.class);
        try (var scope = dev.protection.ProtectionContext.of(
                        dev.protection.Actor.of("test", "data-protection-officer", "acme"),
                        "data-protection",
                        TenantId.of("acme"))
                .open()) {
            return protection.rights().state(contact(id));
        }
    }

    /** What the source was told last of a person. */
    private static SubjectState told(int id) {
        return app.getBean(ConsoleApplication.Told.class).states().stream()
                .filter(state -> state.subject().equals(contact(id)))
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
