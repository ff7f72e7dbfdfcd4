package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Builder, JSON and YAML say the same; and whatever a file holds, the worst that happens is a refusal. */
class ConfigurationProperties {
    private static final String TRAPS = "{}[]:,\"'&*!|>-?%@#\n\t \u0000\uD800~<";

    @Property(tries = 150)
    void builderJsonAndYamlDeclareEqualMaps(@ForAll long seed) {
        DataMap built = GeneratedMaps.of(seed);
        String json = WrittenMap.json(built);

        assertSame(built, "map.json", json);
        assertSame(built, "map.yaml", WrittenMap.blockYaml(built));
        // JSON is YAML in flow style.
        assertSame(built, "flow.yaml", json);
    }

    private static void assertSame(DataMap built, String name, String text) {
        DataMap read = ConfigurationLoader.loadText(name, text).dataMap().orElseThrow();

        assertThat(read).as(text).isEqualTo(built);
        assertThat(read.hash()).isEqualTo(built.hash());
    }

    @Property(tries = 150)
    void damagedFilesAreRefusedOrRead(@ForAll long seed) {
        damage(seed);
    }

    @Property(tries = 20_000)
    @Tag("thorough")
    void manyDamagedFilesAreRefusedOrRead(@ForAll long seed) {
        damage(seed);
    }

    private static void damage(long seed) {
        Random random = new Random(seed);
        DataMap map = GeneratedMaps.of(seed);
        boolean json = random.nextBoolean();
        StringBuilder text = new StringBuilder(json ? WrittenMap.json(map) : WrittenMap.blockYaml(map));
        for (int i = random.nextInt(5); i >= 0; i--) {
            hurt(text, random);
        }
        refusedOrRead(json ? "x.json" : "x.yaml", text.toString());
    }

    private static void hurt(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, TRAPS.charAt(random.nextInt(TRAPS.length())));
            case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(40)));
            default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
        }
        if (text.isEmpty()) {
            text.append('x');
        }
    }

    @Property(tries = 200)
    void randomTextsAreRefusedOrRead(@ForAll String text) {
        refusedOrRead("x.json", text);
        refusedOrRead("x.yaml", text);
    }

    @Property(tries = 100)
    void randomBytesAreRefusedOrRead(@ForAll byte[] bytes) throws java.io.IOException {
        Path file = Files.createTempFile("configuration", ".yaml");
        try {
            Files.write(file, bytes);
            refusedOrRead(() -> ConfigurationLoader.load(file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    @Example
    void trapsOfTheFormatsAreRefusedOrRead() {
        for (String text : new String[] {
            "? {a: b}\n: c",
            "? [x]\n: y",
            "<<: {profile: production}",
            "a: !!binary x",
            "a: !!int x",
            "--- |\n x",
            "%YAML 9.9\n---\n",
            "profile: !!java.net.URL [x]",
            "datasets: ",
            "datasets: {\"\": {}}",
            "datasets: {\"~\": ~}",
            "datasets: {null: {}}",
            "purposes: {\"a\": null}",
            "key",
            "*x",
            "&x",
            "a: 1e999999999",
            "bulk-threshold: 9223372036854775808",
            "bulk-threshold: 0x10",
            "staleness: PT99999999999999999999S",
            "datasets: {.: {table: .., key: [.]}}",
            "a: .nan",
            "\uFEFF",
            "tenants: []",
            "tenants: [[[]]]",
            "tenants: [{id: a, parent: a}]",
            "stores: {data: {url: ''}}"
        }) {
            refusedOrRead("x.yaml", text);
        }
    }

    private static void refusedOrRead(String name, String text) {
        refusedOrRead(() -> ConfigurationLoader.loadText(name, text));
    }

    private static void refusedOrRead(Runnable load) {
        try {
            load.run();
        } catch (ConfigurationException e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allMatch(problem -> !problem.message().isBlank());
        }
    }
}
