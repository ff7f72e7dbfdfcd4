package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.Entitlement;
import dev.protection.access.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page about access: what it declares is declared, what it asks is asked, and what it quotes is said. */
class AccessPageTest {
    private static final Path PAGE = Path.of("doc/access.md");
    private static final String DECLARATION = """
            controller: { name: Example Pages Oy, contact: dpo@pages.example }
            purposes: { support: { basis: contract, categories: [name, email-address] } }
            tenants:
              - { id: client, controller: true }
              - { id: page, parent: client }
              - { id: other-page, parent: client }
            datasets:
              contact:
                key: [id]
                purposes: [support]
                subject: { contact: id }
                tenant: tenant_id
                fields: { email: { category: email-address, encrypt: true } }
            profile: development
            """;

    private final Protection protection = Protection.builder()
            .config(file().toString())
            .rootKey("test", Samples.aead())
            .stores(Stores.inMemory())
            .build();

    private static Path file() {
        try {
            String page = Files.readString(PAGE);
            int from = page.indexOf("```yaml\n") + "```yaml\n".length();
            String roles = page.substring(from, page.indexOf("```", from));
            Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "access", ".yaml");
            return Files.writeString(file, DECLARATION + roles);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        protection.close();
    }

    private static ProtectionContext agent() {
        return ProtectionContext.of(Actor.of("user-7", "agent", "page"), "support", TenantId.of("page"));
    }

    @Test
    void theRefusalThatThePageQuotesIsTheOneThatIsGiven() throws IOException {
        SubjectRef other = SubjectRef.of(TenantId.of("other-page"), "contact", 1);
        try (Scope scope = agent().open()) {
            Decision refused = protection.access().decide(Action.READ, "contact", "email", other);
            assertThatThrownBy(refused::orThrow)
                    .satisfies(refusal -> assertThat(Files.readString(PAGE).replaceAll("\\s+", " "))
                            .contains(String.valueOf(refusal.getMessage())));
        }
    }

    @Test
    void whyAndWho() {
        SubjectRef person = SubjectRef.of(TenantId.of("other-page"), "contact", 1);
        ProtectionContext asking = agent();
        ProtectionContext agent = agent();
        try (Scope scope = asking.open()) {
            Decision why = protection.access().why(agent, Action.READ, "contact", "email", person);
            String words = why.facts().inWords();
            List<Entitlement> who = protection.access().who(Action.READ, "contact", "email", person.tenant());
            assertThat(why.facts().rule()).isEqualTo(Rule.TENANT_OUT_OF_SCOPE);
            assertThat(words).contains("other-page", "It would be permitted by");
            assertThat(who)
                    .extracting(Entitlement::inWords)
                    .containsExactly(
                            "role 'agent' for 'support', assigned to other-page, by roles.agent[0]",
                            "role 'lead' for 'support', assigned to client or other-page, by roles.lead[0]");
            assertThat(who.get(1).asData()).containsEntry("scope", "subtree").containsEntry("now", "true");
        }
        assertThatThrownBy(() -> protection.access().who(Action.READ, "contact", "email", person.tenant()))
                .isInstanceOf(dev.protection.MissingContextException.class);
    }
}
