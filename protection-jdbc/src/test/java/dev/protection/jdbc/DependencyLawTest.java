package dev.protection.jdbc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.protection.DataMap;
import dev.protection.core.Protection;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dependency law: the module is the role, the folder is the capability, and arrows point one way. */
class DependencyLawTest {
    private static final String ENGINES = "dev.protection.core.(*)..";
    private static final String FLOW = "dev.protection.core.flow..";
    private static final String FACADE = "dev.protection.core";
    private static final String JDBC = "dev.protection.jdbc..";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importUrls(List.of(home(DataMap.class), home(Protection.class), home(ProtectedDataSource.class)));

    @Test
    void library_isSeenWhole() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackageName))
                .contains("dev.protection", "dev.protection.rights", FACADE, "dev.protection.core.flow")
                .contains("dev.protection.jdbc", "dev.protection.jdbc.sql", "dev.protection.jdbc.store")
                .doesNotContain("dev.protection.testing", "dev.protection.jdbc.oracle");
    }

    @Test
    void arrows_pointFromJdbcOverFacadeFlowAndEnginesToTheVocabulary() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("vocabulary")
                .definedBy("dev.protection")
                .layer("capabilities")
                .definedBy(capability())
                .layer("engines")
                .definedBy(engine())
                .layer("flow")
                .definedBy(FLOW)
                .layer("facade")
                .definedBy(FACADE)
                .layer("jdbc")
                .definedBy(JDBC)
                .whereLayer("vocabulary")
                .mayNotAccessAnyLayer()
                .whereLayer("capabilities")
                .mayOnlyAccessLayers("vocabulary")
                .whereLayer("engines")
                .mayOnlyAccessLayers("vocabulary", "capabilities")
                .whereLayer("flow")
                .mayOnlyAccessLayers("vocabulary", "capabilities", "engines")
                .whereLayer("facade")
                .mayOnlyAccessLayers("vocabulary", "capabilities", "engines", "flow")
                .whereLayer("jdbc")
                .mayOnlyAccessLayers("vocabulary", "capabilities", "flow", "facade"));
    }

    @Test
    void everyClass_hasItsLayer() {
        check(classes()
                .should()
                .resideInAnyPackage("dev.protection", FACADE, FLOW, JDBC)
                .orShould(be(capability()))
                .orShould(be(engine())));
    }

    @Test
    void packages_formNoCycles() {
        check(slices().matching("(dev.protection..)")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles());
    }

    @Test
    void engines_neverCallEachOther() {
        check(slices().matching(ENGINES)
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(FLOW), DescribedPredicate.alwaysTrue()));
    }

    @Test
    void jdbc_holdsNoPolicy_onlyFacadeAndFlowAreKnownToIt() {
        check(noClasses().that().resideInAPackage(JDBC).should().dependOnClassesThat(engine()));
    }

    @Test
    void vocabularyAndPorts_dependOnTheJdkAlone() {
        check(classes()
                .that(resideInAPackage("dev.protection").or(capability()))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax..", "org.jspecify..", "dev.protection")
                        .or(capability())));
    }

    private static void check(ArchRule rule) {
        assertThat(rule.evaluate(LIBRARY).getFailureReport().getDetails()).isEmpty();
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static DescribedPredicate<JavaClass> engine() {
        return resideInAPackage("dev.protection.core.*..").and(DescribedPredicate.not(resideInAPackage(FLOW)));
    }

    private static DescribedPredicate<JavaClass> capability() {
        return resideInAPackage("dev.protection.*..")
                .and(DescribedPredicate.not(resideInAnyPackage("dev.protection.core..", JDBC)));
    }
}
