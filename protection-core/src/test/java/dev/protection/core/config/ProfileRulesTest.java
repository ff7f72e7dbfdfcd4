package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Problem;
import dev.protection.StandingFinding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {
    private static final String PRODUCTION = """
            keys: { root: "env:ROOT_KEY" }
            stores:
              data:   { url: "jdbc:postgresql://a/app?password=x", user: app, password: "env:A" }
              keys:   { url: "jdbc:postgresql://b/keys" }
              ledger: { url: "jdbc:postgresql://c/ledger" }
              anchor: ["https://anchor.example.com"]
            """;

    private static final StoresDeclaration.Database INNER =
            new StoresDeclaration.Database("jdbc:h2:mem:x", Optional.empty(), Optional.empty());

    @Test
    void production_withNothingNamed_lacksEveryPlace() {
        Configuration bare = load("{}");

        assertThat(ProfileRules.missingForProduction(bare, Set.of()))
                .extracting(Problem::place)
                .containsExactly(
                        "test.yaml keys.root",
                        "test.yaml stores.data",
                        "test.yaml stores.keys",
                        "test.yaml stores.ledger",
                        "test.yaml stores.anchor");
    }

    @Test
    void production_lacksNothingThatIsSupplied() {
        assertThat(ProfileRules.missingForProduction(load("{}"), EnumSet.allOf(StatePlace.class)))
                .isEmpty();
        assertThat(ProfileRules.missingForProduction(load(PRODUCTION), Set.of()))
                .isEmpty();
    }

    @Test
    void production_isNeverCompletedWithAnythingButTheDriversDatabase() {
        Configuration completed = ProfileRules.completed(load("{}"), Optional.of(INNER));

        assertThat(completed.rootKey()).isEmpty();
        assertThat(completed.stores().data()).contains(INNER);
        assertThat(completed.stores().keys()).isEmpty();
        assertThat(completed.stores().ledger()).isEmpty();
        assertThat(completed.stores().anchor()).isEmpty();
    }

    @Test
    void production_withEverythingApart_hasNoFinding() {
        assertThat(codes(PRODUCTION)).isEmpty();
    }

    @Test
    void development_defaultsEverything_andSaysSo() {
        Configuration said = load("profile: development");
        Configuration completed = ProfileRules.completed(said, Optional.of(INNER));

        assertThat(ProfileRules.missingForProduction(said, Set.of())).isEmpty();
        assertThat(completed.rootKey()).contains(ProfileRules.DEVELOPMENT_ROOT_KEY);
        assertThat(completed.stores().keys()).contains(INNER);
        assertThat(completed.stores().ledger()).contains(INNER);
        assertThat(ProfileRules.findings(said, completed, Set.of()))
                .extracting(StandingFinding::code)
                .containsExactly(
                        "DEVELOPMENT_PROFILE",
                        "ROOT_KEY_DEFAULTED",
                        "ROOT_KEY_IN_FILE",
                        "KEYS_WITH_DATA",
                        "LEDGER_WITH_DATA",
                        "ANCHOR_LOCAL");
    }

    @Test
    void whatTheBuilderSuppliesIsNotTheFilesWeakness() {
        Configuration said = load("profile: development");
        Configuration completed = ProfileRules.completed(said, Optional.of(INNER));

        assertThat(ProfileRules.findings(said, completed, EnumSet.allOf(StatePlace.class)))
                .extracting(StandingFinding::code)
                .containsExactly("DEVELOPMENT_PROFILE");
    }

    @Test
    void placesThatOnlyLookApartAreTogether() {
        String together = PRODUCTION.replace("//b/keys", "//a/app?user=other").replace("//c/ledger", "//root:pw@a/app");

        assertThat(codes(together)).containsExactly("KEYS_WITH_DATA", "LEDGER_WITH_DATA");
    }

    @Test
    void aPasswordInTheFileIsAFinding_andNeverPrinted() {
        Configuration said = load(PRODUCTION.replace("env:A", "hunter2"));

        assertThat(codes(PRODUCTION.replace("env:A", "hunter2"))).containsExactly("PASSWORD_IN_FILE");
        assertThat(said
                        + said.stores().toString()
                        + said.stores().data().orElseThrow()
                        + said.stores().data().orElseThrow().password())
                .doesNotContain("hunter2")
                .doesNotContain("password=x");
    }

    @Test
    void fieldsThatWeakenAPromiseAreNamed() {
        String map = """
                controller: { name: Example, contact: dpo@example.com }
                purposes: { support: { basis: contract, categories: [name] } }
                datasets:
                  person:
                    purposes: [support]
                    subject: { person: id }
                    tenant: { fixed: acme }
                    fields:
                      name: { category: name }
                      blood: { category: health }
                """;
        Configuration said = load(PRODUCTION + map);

        assertThat(ProfileRules.findings(said, said, Set.of()))
                .extracting(StandingFinding::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("CATEGORY_WITHOUT_PURPOSE")
                                .endsWith("person.blood"),
                        second -> assertThat(second)
                                .startsWith("SPECIAL_CATEGORY_PLAIN")
                                .endsWith("person.blood"));
    }

    private static List<String> codes(String yaml) {
        Configuration said = load(yaml);
        return ProfileRules.findings(said, ProfileRules.completed(said, Optional.empty()), Set.of()).stream()
                .map(StandingFinding::code)
                .toList();
    }

    private static Configuration load(String yaml) {
        return ConfigurationLoader.loadText("test.yaml", yaml);
    }
}
