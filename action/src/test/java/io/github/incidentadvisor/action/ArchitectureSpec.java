package io.github.incidentadvisor.action;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureSpec {
    private static final String OURS = "io.github.incidentadvisor.action.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.incidentadvisor.action");

    @Test
    void whatHappenedKnowsNobodyAndWhatIsDeliveredKnowsBoth() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "event..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "hub..", OURS + "publish..", "org.kohsuke..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(OURS + "hub..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        OURS + "event..",
                        OURS + "issues..",
                        OURS + "proposals..",
                        OURS + "publish..",
                        "io.github.incidentadvisor.report..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(OURS + "issues..", OURS + "proposals..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "event..", OURS + "publish..")
                .check(CLASSES);
    }

    @Test
    void whatIsToBeDoneWithIssuesIsDecidedWithoutAskingGitHub() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "issues..")
                .and()
                .haveNameNotMatching(".*\\.(Tracker|Upkeep)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "hub..", "org.kohsuke..")
                .check(CLASSES);
    }

    @Test
    void nothingHereAnalysesOrRunsAnything() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.maven..",
                        "org.eclipse.aether..",
                        "org.eclipse.jgit..",
                        "javax.tools..",
                        "io.github.incidentadvisor.maven..",
                        "io.github.incidentadvisor.inventory..",
                        "io.github.incidentadvisor.evidence..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Runtime.class)
                .check(CLASSES);
    }
}
