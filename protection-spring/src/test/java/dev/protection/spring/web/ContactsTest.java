package dev.protection.spring.web;

import static dev.protection.spring.web.Running.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionContext;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.core.Protection;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Contexts, permissions, events and the actuator in one running application with one worker thread. */
class ContactsTest {
    @Test
    void annotatedController_readsForWhoIsSignedIn_inHisTenantAlone() throws Exception {
        assertThat(get("/support/1", "anna:a").body()).isEqualTo("Ada Byron");
        assertThat(get("/support/2", "anna:a").body()).isEmpty();
        assertThat(get("/support/2", "gus:g").body()).isEqualTo("Grace Hopper");
    }

    @Test
    void documentedController_isTheOneThatRuns() throws Exception {
        assertThat(get("/contacts/1", "anna:a").body()).isEqualTo("Ada Byron");
        assertThat(Doc.javaLines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Doc.source(Contacts.class)).contains(line));
    }

    @Test
    void purposeThatDoesNotNeedTheName_seesItsMask() throws Exception {
        assertThat(get("/newsletter/1", "anna:a").body()).isEqualTo("***");
    }

    @Test
    void purposeThatIsNotDeclared_isRefused() throws Exception {
        assertThat(get("/undeclared/1", "anna:a").body()).startsWith("PROT-PURPOSE-UNKNOWN");
    }

    @Test
    void requestWithoutPurpose_isRefused_andToldWhatToAdd() throws Exception {
        assertThat(get("/purposeless/1", "anna:a").body())
                .startsWith("PROT-CONTEXT-MISSING")
                .contains("@ForPurpose(")
                .doesNotContain("Ada");
        assertThat(get("/open/1", "").body()).startsWith("PROT-CONTEXT-MISSING");
    }

    @Test
    void someoneWithoutTheRole_isRefused() throws Exception {
        assertThat(get("/support/1", "dora:d").body()).startsWith("PROT-CONTEXT-MISSING");
    }

    @Test
    void asyncWork_keepsTheContext() throws Exception {
        assertThat(get("/later/1", "anna:a").body()).isEqualTo("Ada Byron");
    }

    @Test
    void contextLeftOpen_isNotThereForTheNextRequestOnTheThread() throws Exception {
        String thread = get("/forgetful", "anna:a").body();
        assertThat(get("/bound", "gus:g").body()).isEqualTo(thread + " false");
        assertThat(get("/support/2", "gus:g").body()).isEqualTo("Grace Hopper");
        assertThat(get("/bound", "gus:g").body()).isEqualTo(thread + " false");
    }

    @Test
    void permissionAndInterceptor_giveOneAnswer() throws Exception {
        assertThat(get("/guarded/1/acme", "anna:a").body()).isEqualTo("Ada Byron");
        assertThat(get("/guarded/2/globex", "anna:a").statusCode()).isEqualTo(403);
        assertThat(get("/reading", "anna:a").body()).isEqualTo("yes");
        assertThat(get("/removing", "anna:a").statusCode()).isEqualTo(403);
        assertThat(get("/reading", "dora:d").statusCode()).isEqualTo(403);
    }

    @Test
    void scheduledMethod_worksInANameOfItsOwn() throws Exception {
        ContactsApplication.Nightly nightly = Running.app().getBean(ContactsApplication.Nightly.class);
        assertThat(nightly.seen().get(30, TimeUnit.SECONDS))
                .containsEntry("actor", "nightly")
                .containsEntry("purpose", "support");
    }

    @Test
    void startUp_isOverWhenTheApplicationIsReady() {
        assertThat(ProtectionContext.current()).isEmpty();
        assertThat(Running.app().getBean(Protection.class).audit().verify().size())
                .isPositive();
    }

    @Test
    void failedSignIns_becomeAFinding() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(get("/bound", "gus:wrong").statusCode()).isEqualTo(401);
        }
        assertThat(Running.app()
                        .getBean(Protection.class)
                        .anomaly()
                        .findings(FindingQuery.all().rule(FindingRule.BRUTE_FORCE_ACCOUNT)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).doesNotContain("127.0.0.1"));
    }

    @Test
    void endpoint_isForTheOfficerAlone_andFreeOfPersonalData() throws Exception {
        assertThat(get("/actuator/protection", "anna:a").statusCode()).isEqualTo(403);
        HttpResponse<String> answer = get("/actuator/protection", "dora:d");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"contact\"", "\"enforce\"", "DEVELOPMENT_PROFILE")
                .contains("\"keys\":{\"tenants\":2,\"inUse\":2,\"olderThan30Days\":0,")
                .contains("\"holdsInForce\":0", "\"requestsDue\":0", "\"log\":{", "\"findings\"", "\"measures\"")
                .doesNotContain("Ada", "anna", "example");
    }

    @Test
    void health_namesTheParts() throws Exception {
        assertThat(get("/actuator/health/protection", "").body()).contains("keys", "ledger", "log", "anchor", "UP");
        assertThat(get("/actuator/health/db", "").body()).contains("UP");
    }
}
