package io.github.incidentadvisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureSpec {
    /** Data flows from left to right; nothing knows what comes after it. */
    private static final List<String> ARROW = List.of(
            "model",
            "http",
            "git",
            "settings",
            "inventory",
            "changes",
            "github",
            "evidence",
            "incidents",
            "risk",
            "draft",
            "verify",
            "organisation",
            "report",
            "migration");

    private static final String ROOT = "io.github.incidentadvisor.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.incidentadvisor");

    @Test
    void noPackageKnowsWhatComesAfterIt() {
        for (int i = 0; i < ARROW.size() - 1; i++) {
            String[] later = ARROW.subList(i + 1, ARROW.size()).stream()
                    .map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ARROW.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheArrow() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith(ROOT))
                        .map(name -> name.substring(ROOT.length()).replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet()))
                .isSubsetOf(ARROW);
    }

    @Test
    void theModelNeedsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "model..")
                .check(CLASSES);
    }

    @Test
    void eachLibraryStaysWhereItIsNeeded() {
        onlyIn("org.eclipse.jgit..", "git", "migration");
        onlyIn("org.apache.maven..", "inventory.maven");
        onlyIn("org.eclipse.aether..", "inventory.maven");
        onlyIn("com.openai..", "draft.openai");
        onlyIn("org.kohsuke..", "github");
        onlyIn("org.apache.lucene..", "incidents");
        onlyIn("org.objectweb.asm..", "evidence.linkage");
        onlyIn("javax.tools..", "evidence.linkage");
    }

    private static void onlyIn(String library, String... packages) {
        String[] allowed = java.util.Arrays.stream(packages)
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
