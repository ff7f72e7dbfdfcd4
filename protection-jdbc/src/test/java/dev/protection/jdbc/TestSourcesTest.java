package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.jdbc.TestSources.TestClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tests of every module: each runs, none is skipped, and each can fail. */
class TestSourcesTest {
    private final TestSources sources = TestSources.of(Path.of(".."));

    TestSourcesTest() throws IOException {}

    @Test
    void everyModule_isRead() {
        assertThat(sources.classes)
                .extracting(TestClass::name)
                .contains("DataMapProperties", "RequestStoreContract", "DependencyLawTest", "JdbcSampleTest")
                .hasSizeGreaterThan(150);
    }

    @Test
    void everyClassWithTests_isNamedSoThatTheBuildRunsIt() {
        Set<String> withTests = new HashSet<>();
        sources.classes.stream().filter(type -> !type.tests().isEmpty()).forEach(type -> withTests.add(type.name()));
        assertThat(sources.classes)
                .filteredOn(TestClass::runnable)
                .filteredOn(type -> !type.tests().isEmpty() || withTests.contains(type.parent()))
                .extracting(TestClass::name)
                .allMatch(name -> name.endsWith("Test") || name.endsWith("Properties"));
    }

    @Test
    void noTest_isSkipped() {
        assertThat(sources.annotations)
                .noneMatch(name -> name.startsWith("Disabled") || name.matches("Enabled(If|On|For|In).*"));
        assertThat(sources.calls.values().stream().flatMap(Set::stream))
                .doesNotContain("assumeTrue", "assumeFalse", "assumingThat", "assumeThat");
    }

    @Test
    void everyTest_asserts() {
        Set<String> asserting = asserting();
        assertThat(sources.classes.stream()
                        .flatMap(type -> type.tests().stream().map(test -> type.name() + "." + test))
                        .filter(test -> !asserting.contains(test.substring(test.indexOf('.') + 1))))
                .isEmpty();
    }

    /** Methods that assert, or call one that does. */
    private Set<String> asserting() {
        Set<String> found = new HashSet<>(sources.predicates);
        boolean grew = true;
        while (grew) {
            grew = found.addAll(sources.calls.entrySet().stream()
                    .filter(method -> method.getValue().stream()
                            .anyMatch(called -> called.startsWith("assert") || found.contains(called)))
                    .map(method -> method.getKey())
                    .toList());
        }
        return found;
    }
}
