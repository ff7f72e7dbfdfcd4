package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake is named with file, line, path and the nearest word, all at once, and never with a secret. */
class ConfigurationProblemsTest {
    private static final String GOOD = """
            controller: { name: Example, contact: dpo@example.com }
            purposes:
              support: { basis: contract, categories: [name] }
            datasets:
              person:
                purposes: [support]
                subject: { person: id }
                tenant: { fixed: acme }
                fields:
                  name: { category: name, encrypt: true }
            """;

    @TempDir
    private Path folder;

    @Test
    void consentsOfAPurposeAreSaidInTheirWords() {
        String yaml = GOOD.replace(
                "  support: { basis: contract, categories: [name] }\n",
                """
                  support: { basis: contract, categories: [name], consent: { lasts: P1Y } }
                  letter:  { basis: consent, categories: [name], consent: { lasts: P0D, kept: elsewere, until: P1Y } }
                """.indent(2).replace("    support", "  support").replace("    letter", "  letter"));
        assertThat(problems("a.yaml", yaml))
                .containsExactlyInAnyOrder(
                        "a.yaml:3 purposes.support.consent: concerns purposes whose basis is consent alone",
                        "a.yaml:4 purposes.letter.consent.kept: unknown word 'elsewere', did you mean 'elsewhere'?",
                        "a.yaml:4 purposes.letter.consent.until: is unknown here; known: kept, lasts",
                        "a.yaml:4 purposes.letter.consent.lasts: 'P0D' must be longer than nothing, in years, months or"
                                + " days that are not negative");
    }

    @Test
    void controllersAndTheirInstructionsAreSaidInTheirWords() {
        String yaml = GOOD + """
                controllers:
                  acme:
                    capacity: procesor
                    instructions:
                      - { operations: [REED], for: [suport], categories: [nam], until: soon, document: "12" }
                """;
        assertThat(problems("a.yaml", yaml))
                .containsExactlyInAnyOrder(
                        "a.yaml:13 controllers.acme.capacity: unknown word 'procesor', did you mean 'processor'?",
                        "a.yaml:15 controllers.acme.instructions[0].name: is missing: by which records name it",
                        "a.yaml:15 controllers.acme.instructions[0].operations: unknown word 'REED', did you mean 'READ'?",
                        "a.yaml:15 controllers.acme.instructions[0].for: unknown purpose 'suport', did you mean"
                                + " 'support'?",
                        "a.yaml:15 controllers.acme.instructions[0].categories: unknown category 'nam', did you mean"
                                + " 'name'?",
                        "a.yaml:15 controllers.acme.instructions[0].until: 'soon' is not a moment such as"
                                + " 2027-01-31T00:00:00Z");
    }

    @Test
    void allProblemsAreReportedAtOnceEachOnItsLine() {
        String yaml = """
                controler: { name: Example, contact: dpo@example.com }
                controller: { name: Example }
                purposes:
                  support: { basis: contrct, categories: name, keep-at-least: 6Y }
                datasets:
                  person:
                    purposes: [suport]
                    subject: { person: id, other: id2 }
                    tenant: 12
                    mode: observ
                    retention: { erase-after: P2Y }
                    fields:
                      name: { categry: name, encrypt: yes please }
                      mail: { category: email-adress, type: txt, search: [equal] }
                roles:
                  agent: { allow: [READ, WRITE], for: [suport], categories: [nam], tenants: all }
                profile: dev
                staleness: 5s
                bulk-threshold: 0
                """;

        assertThat(problems("a.yaml", yaml))
                .containsExactlyInAnyOrder(
                        "a.yaml:1 controler: is unknown here, did you mean 'controller'?",
                        "a.yaml:2 controller.contact: is missing: where people write to",
                        "a.yaml:4 purposes.support.basis: unknown word 'contrct', did you mean 'contract'?",
                        "a.yaml:4 purposes.support.categories: must be a list such as [a, b], not a text",
                        "a.yaml:4 purposes.support.keep-at-least: '6Y' is not a period of ISO 8601 such as P6Y, P24M or"
                                + " P30D",
                        "a.yaml:7 datasets.person.purposes: unknown purpose 'suport', did you mean 'support'?",
                        "a.yaml:8 datasets.person.subject: must name one kind of person, such as { contact: contact_id } or"
                                + " { owner: pet_id -> pet.owner_id }",
                        "a.yaml:9 datasets.person.tenant: must be a text, not a number; put it in quotes if it is meant as"
                                + " text",
                        "a.yaml:10 datasets.person.mode: unknown word 'observ', did you mean 'observe'?",
                        "a.yaml:11 datasets.person.retention.since: is missing: the date or timestamp column that periods"
                                + " count from",
                        "a.yaml:13 datasets.person.fields.name.category: is missing: the kind of personal data, such as"
                                + " email-address",
                        "a.yaml:13 datasets.person.fields.name.categry: is unknown here, did you mean 'category'?",
                        "a.yaml:13 datasets.person.fields.name.encrypt: must be true or false, not a text",
                        "a.yaml:14 datasets.person.fields.mail.type: unknown word 'txt', did you mean 'text'?",
                        "a.yaml:14 datasets.person.fields.mail.search: unknown word 'equal'; known: equality, order, prefix,"
                                + " substring",
                        "a.yaml:14 datasets.person.fields.mail.category: unknown category 'email-adress', did you mean"
                                + " 'email-address'?",
                        "a.yaml:16 roles.agent.allow: unknown word 'WRITE'; known: COPY, DELETE, MODIFY, READ",
                        "a.yaml:16 roles.agent.tenants: unknown word 'all'; known: any, own, subtree",
                        "a.yaml:16 roles.agent.for: unknown purpose 'suport', did you mean 'support'?",
                        "a.yaml:16 roles.agent.categories: unknown category 'nam', did you mean 'name'?",
                        "a.yaml:17 profile: unknown word 'dev'; known: development, production",
                        "a.yaml:18 staleness: '5s' is not a duration of ISO 8601 such as PT5S",
                        "a.yaml:19 bulk-threshold: must be a whole number above zero");
    }

    @Test
    void contradictionsOfTheMapNameTheirLine() {
        assertThat(problems("m.yaml", GOOD.replace("    fields:", "    mode: migrate\n    fields:")))
                .containsExactly("m.yaml:9 datasets.person.mode: 'migrate' is not yet offered, only 'enforce'");
    }

    @Test
    void anAuditModeThatIsNotOfferedNamesItsLine() {
        assertThat(problems("m.yaml", GOOD.replace("    fields:", "    audit: strict\n    fields:")))
                .containsExactly(
                        "m.yaml:9 datasets.person.audit: 'strict' is not yet offered, only 'standard' and 'buffered'");
        assertThat(problems("m.yaml", GOOD.replace("    fields:", "    audit: buffred\n    fields:")))
                .containsExactly("m.yaml:9 datasets.person.audit: unknown word 'buffred', did you mean 'buffered'?");
    }

    @Test
    void keysWrittenTwiceAreNotOverwritten() {
        assertThat(problems("d.yaml", GOOD + "profile: production\nprofile: development\n"))
                .containsExactly("d.yaml:12 profile: is written twice, first on line 11");
        assertThat(problems("d.json", "{\"profile\": \"production\",\n \"profile\": \"development\"}"))
                .containsExactly("d.json:2 profile: is written twice, first on line 1");
    }

    @Test
    void jsonProblemsHaveLinesToo() {
        assertThat(problems("d.json", "{\n \"profile\": \"development\",\n \"stroes\": {}\n}"))
                .containsExactly("d.json:3 stroes: is unknown here, did you mean 'stores'?");
    }

    @Test
    void tenantsFormATree() {
        String yaml = """
                tenants:
                  - { id: group, controller: true }
                  - { id: shop, parent: grup }
                  - { id: a, parent: b }
                  - { id: b, parent: a }
                  - { id: shop }
                  - north
                """;

        assertThat(problems("t.yaml", yaml))
                .containsExactly(
                        "t.yaml:6 tenants[4].id: 'shop' is listed twice",
                        "t.yaml:7 tenants: must be a mapping such as { id: acme, parent: group, controller: true }, not a"
                                + " text",
                        "t.yaml:3 tenants[1].parent: unknown tenant 'grup', did you mean 'group'?",
                        "t.yaml:2 tenants: 'a' is above itself; tenants form a tree",
                        "t.yaml:2 tenants: 'b' is above itself; tenants form a tree");
    }

    @Test
    void contextsNameKnownRolesAndPurposes() {
        String yaml = GOOD + """
                roles: { agent: { allow: [READ], for: [support], categories: [name] } }
                context: { actor: job, roles: [agnt], tenants: [acme], tenant: acme, purpose: suport }
                """;

        assertThat(problems("c.yaml", yaml))
                .containsExactly(
                        "c.yaml:12 context.roles: unknown role 'agnt', did you mean 'agent'?",
                        "c.yaml:12 context.purpose: unknown purpose 'suport', did you mean 'support'?");
    }

    @Test
    void rulesOfThePolicyNameWhatIsWrongWithThem() {
        String yaml = GOOD + """
                roles:
                  agent:
                    - { allow: [READ], for: [support], categories: [name], until: soon, networks: [example.com/8] }
                    - { allow: [READ], for: [support], categories: [name], hours: { days: [mon], from: "8", to: "18:00", zone: Mars } }
                forbid:
                  - { action: [COPY], roles: [agnt] }
                masks:
                  nam: { support: part }
                """;

        assertThat(problems("p.yaml", yaml))
                .containsExactlyInAnyOrder(
                        "p.yaml:13 roles.agent[0].until: 'soon' is not a moment such as 2027-01-31T00:00:00Z",
                        "p.yaml:13 roles.agent[0].networks: 'example.com/8' is not a network such as 10.1.0.0/16 or"
                                + " 2001:db8::/32",
                        "p.yaml:14 roles.agent[1].hours.days: unknown word 'mon'; known: friday, monday, saturday, sunday,"
                                + " thursday, tuesday, wednesday",
                        "p.yaml:14 roles.agent[1].hours.days: names no day",
                        "p.yaml:14 roles.agent[1].hours.from: '8' is not a time of day such as \"08:00\"",
                        "p.yaml:14 roles.agent[1].hours.zone: 'Mars' is not a time zone such as Europe/Helsinki",
                        "p.yaml:16 forbid[0].actions: is missing: of READ, COPY, MODIFY and DELETE",
                        "p.yaml:16 forbid[0].roles: unknown role 'agnt', did you mean 'agent'?",
                        "p.yaml:16 forbid[0].action: is unknown here, did you mean 'actions'?",
                        "p.yaml:18 masks.nam: unknown category 'nam', did you mean 'name'?",
                        "p.yaml:18 masks.nam.support: unknown word 'part'; known: generalised, hash, partial, redacted,"
                                + " year-only");
    }

    @Test
    void storesAreJdbcUrlsThatAreNotProtectedThemselves() {
        String yaml = """
                keys: { root: root.json }
                stores:
                  data: { url: "postgresql://x" }
                  keys: { url: "jdbc:protected:h2:mem:x" }
                  ledger: { user: app }
                  anchor: [anchor]
                """;

        assertThat(problems("s.yaml", yaml))
                .containsExactly(
                        "s.yaml:1 keys.root: must be a URI with a scheme, such as file: or env:",
                        "s.yaml:3 stores.data.url: must be a JDBC URL, starting with jdbc:",
                        "s.yaml:4 stores.keys.url: is the library's own place and not itself protected; leave 'protected:'"
                                + " out",
                        "s.yaml:5 stores.ledger.url: is missing: the JDBC URL",
                        "s.yaml:6 stores.anchor: must be URIs with a scheme, such as file:anchor");
    }

    @Test
    void passwordsAreInNoProblem() {
        for (String wrong : List.of(
                "{ url: 1, password: hunter2 }",
                "{ url: \"jdbc:x\", pasword: hunter2 }",
                "{ url: \"jdbc:x\", password: [hunter2] }",
                "{ url: \"jdbc:x\", password: { hunter2: hunter2 } }",
                "{ url: \"jdbc:x\", password: hunter2, password: hunter2 }",
                "{ url: \"jdbc:x\", password: 'hunter2 }",
                "{ url: \"jdbc:x\", password: @hunter2 }",
                "{ url: \"jdbc:x\", password: *hunter2 }",
                "{ url: \"jdbc:x\", password: !hunter2 hunter2 }")) {
            String yaml = "stores:\n  data: " + wrong + "\n";
            assertThat(problems("p.yaml", yaml)).as(wrong).isNotEmpty().noneMatch(text -> text.contains("hunter2"));
        }
        assertThat(problems("p.json", "{\"stores\": {\"data\": {\"url\": \"jdbc:x\", \"password\": hunter2}}}"))
                .isNotEmpty()
                .noneMatch(text -> text.contains("hunter2"));
    }

    @Test
    void aVariableThatIsNotSetIsNamedWithItsPlace() {
        Configuration read = ConfigurationLoader.loadText(
                "p.yaml", "stores:\n  data: { url: \"jdbc:x\",\n    password: \"env:ABSENT\" }\n");
        Secret password = read.stores().data().orElseThrow().password().orElseThrow();

        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> password.reveal(java.util.Map.of()));

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly("p.yaml:3 stores.data.password: the environment variable 'ABSENT' is not set");
    }

    @Test
    void whatIsNoFileOfThisKindIsSaid() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.yaml"));
        Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        Path large = Files.write(folder.resolve("large.json"), new byte[5 * 1024 * 1024 + 1]);

        assertThat(loaded("nowhere/x.yaml")).startsWith("nowhere/x.yaml: does not exist, seen from ");
        assertThat(loaded("classpath:nowhere.yaml")).isEqualTo("classpath:nowhere.yaml: is not on the class path");
        assertThat(loaded(empty.toString()))
                .endsWith("empty.yaml: is empty; it needs at least a controller, purposes and" + " datasets");
        assertThat(loaded(bytes.toString())).endsWith("bytes.yaml: is not text in UTF-8");
        assertThat(loaded(large.toString())).endsWith("large.json: is larger than 5 MB, which no declaration is");
        assertThat(loaded(folder + "")).contains("has a name that says neither YAML nor JSON");
        assertThat(one("x.toml", "a = 1")).contains("has a name that says neither YAML nor JSON");
        assertThat(one("x.yaml", "- a"))
                .isEqualTo("x.yaml:1: must be a mapping of sections such as 'datasets:', not a list");
        assertThat(one("x.yaml", "a: [1\nb: }")).startsWith("x.yaml:2: is not YAML");
        assertThat(one("x.json", "{\n\"a\": }")).startsWith("x.json:2: is not JSON");
        assertThat(problems("x.yaml", "profile: production\n---\nprofile: production\n"))
                .anyMatch(text -> text.contains("a second document starts here"));
    }

    @Test
    void aliasesCannotBlowUp() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }

        assertThat(problems("bomb.yaml", bomb.toString()))
                .contains("bomb.yaml:1 a0: anchors (&) are not offered; write it out")
                .anyMatch(text -> text.endsWith("aliases (*) are not offered; write it out"));
    }

    @Test
    void depthIsLimited() {
        assertThat(problems("deep.json", "{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}"))
                .anyMatch(text -> text.endsWith("is nested too deeply"));
        assertThat(problems("deep.yaml", "a: " + "[".repeat(100_000))).isNotEmpty();
        assertThat(problems("deep.json", "{\"a\":" + "[".repeat(100_000))).isNotEmpty();
    }

    @Test
    void numbersAreNotSilentlyTexts() {
        assertThat(problems("n.yaml", GOOD.replace("acme", "42")))
                .containsExactly(
                        "n.yaml:8 datasets.person.tenant.fixed: must be a text, not a number; put it in quotes if it"
                                + " is meant as text");
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFF" + GOOD);

        assertThat(ConfigurationLoader.load(file.toString()).dataMap()).isPresent();
    }

    @Test
    void aCharacterOfTwoHalvesMayStandAnywhere() {
        for (int before = 1000; before < 1050; before++) {
            String yaml = "# " + "x".repeat(before) + "\uD83D\uDE00\n" + GOOD;

            assertThat(ConfigurationLoader.loadText("emoji.yaml", yaml).dataMap())
                    .isPresent();
        }
    }

    private String loaded(String location) {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> ConfigurationLoader.load(location));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0).toString();
    }

    private static String one(String name, String text) {
        List<String> problems = problems(name, text);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<String> problems(String name, String text) {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> ConfigurationLoader.loadText(name, text));
        assertThat(refused).as("refusal of " + text).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
