package dev.protection.samples.pages;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.FilePersonalDataSource;
import dev.protection.core.Protection;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.RequestId;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import dev.protection.samples.pages.product.Attachments;
import dev.protection.spring.ForPurpose;
import java.security.CodeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The product knows of the library the purposes it names and one source of personal data; the desk records consents. */
class KnowledgeTest {
    private static final String SAMPLE = "dev.protection.samples..";
    private static final String DESK = "dev.protection.samples.pages.desk..";
    private static final JavaClasses PRODUCT = new ClassFileImporter().importUrls(List.of(home(PageManagement.class)));
    private static final DescribedPredicate<JavaClass> LIBRARY =
            resideInAPackage("dev.protection..").and(DescribedPredicate.not(resideInAPackage(SAMPLE)));

    private static java.net.URL home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source.getLocation();
    }

    private static DescribedPredicate<JavaClass> libraryBut(Class<?>... known) {
        return LIBRARY.and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(known)));
    }

    @Test
    void theProductIsSeenWhole() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName))
                .contains("dev.protection.samples.pages.product")
                .contains("dev.protection.samples.pages.start", "dev.protection.samples.pages.web");
    }

    @Test
    void theProductKnowsItsPurposesAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DESK)
                .and()
                .doNotBelongToAnyOf(Attachments.class)
                .should()
                .dependOnClassesThat(libraryBut(ForPurpose.class))
                .check(PRODUCT);
    }

    @Test
    void itsAttachmentsAreOneSourceOfPersonalData() {
        noClasses()
                .that()
                .belongToAnyOf(Attachments.class)
                .should()
                .dependOnClassesThat(libraryBut(FilePersonalDataSource.class, SubjectRef.class, TenantId.class))
                .check(PRODUCT);
    }

    @Test
    void theDeskKnowsTheFacade_andWhatAConsentIs() {
        noClasses()
                .that()
                .resideInAPackage(DESK)
                .should()
                .dependOnClassesThat(libraryBut(
                        Protection.class,
                        SubjectRights.class,
                        SubjectRequest.class,
                        Indication.class,
                        RequestId.class,
                        SubjectRef.class,
                        TenantId.class))
                .check(PRODUCT);
    }

    @Test
    void arrowsPointOneWay() {
        slices().matching("dev.protection.samples.pages.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
        classes()
                .that()
                .resideInAPackage("dev.protection.samples.pages.product..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("dev.protection.samples.pages.product..", "dev.protection.samples.pages.start..")
                .check(PRODUCT);
    }
}
