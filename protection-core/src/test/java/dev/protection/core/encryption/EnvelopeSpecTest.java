package dev.protection.core.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnvelopeSpecTest {
    private static final Pattern DEFINED = Pattern.compile("\\*\\*(ENV-[A-Z]+-\\d+)\\*\\*");
    private static final Pattern CITED = Pattern.compile("ENV-[A-Z]+-\\d+");
    private static final Pattern PICTURE_LINE = Pattern.compile("(?m)^ *([0-9a-f]{2}[0-9a-f ]*?)  .*$");

    private static String spec() throws IOException {
        return Files.readString(Path.of("spec", "envelope.md"));
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(spec().lines()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void itsPictureShowsTheFirstVector() throws IOException {
        JsonNode first = vectors().get("cells").get(0);
        String[] pictures = spec().split("```", -1);
        assertThat(bytes(pictures[1])).isEqualTo(first.get("cell").asString());
        assertThat(bytes(pictures[3])).isEqualTo(first.get("associatedData").asString());
    }

    @Test
    void everyRequirementThatCodeCitesIsInIt() throws IOException {
        Set<String> defined = found(DEFINED, spec());
        assertThat(defined).hasSizeGreaterThan(30);
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(defined).as(source.toString()).containsAll(found(CITED, Files.readString(source)));
            }
        }
    }

    private static JsonNode vectors() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EnvelopeSpecTest.class.getResourceAsStream(VectorWriter.LOCATION))) {
            return JsonMapper.builder().build().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String bytes(String picture) {
        return PICTURE_LINE
                .matcher(picture)
                .results()
                .map(line -> line.group(1).replace(" ", ""))
                .collect(Collectors.joining());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(result.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
