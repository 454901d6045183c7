package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our reader of HCL against a parser made from a grammar. Blocks, labels, nesting, names, values, the text of each expression
 * and the lines of all of them must be the same. Ours reads on over an expression that is none; the oracle refuses the file.
 */
class HclOracleSpec {
    @Test
    void everyTerraformFileOfTheClonesSaysTheSameToBoth() throws IOException {
        String folder = System.getProperty("hcl.clones", "");
        assumeFalse(
                folder.isEmpty(), "not compared with any files; -Dhcl.clones=FOLDER says where clones owner+name are");
        Tally tally = new Tally();
        try (Stream<Path> clones = Files.list(Path.of(folder))) {
            for (Path clone : clones.filter(Files::isDirectory).sorted().toList()) {
                Optional<GitRepository> git = GitRepository.open(clone);
                if (git.isPresent()) {
                    try (GitRepository repository = git.get()) {
                        repository.head().flatMap(repository::commit).ifPresent(tree -> read(clone, tree, tally));
                    }
                }
            }
        }
        System.out.println(tally.sentence());
        tally.refusedByOracle.forEach(System.out::println);
        assertThat(tally.files).as("Terraform files in " + folder).isPositive();
        assertThat(tally.comparison.differences()).isEmpty();
        assertThat(tally.refusedByUs).as("files that only the oracle reads").isEmpty();
        assertThat(tally.refusedByOracle)
                .as("files that only we read, beyond those that were read by people")
                .allMatch(refusal -> KnownRefusals.has(refusal));
    }

    private static void read(Path clone, Tree tree, Tally tally) {
        for (Tree.Entry entry : tree.entries()) {
            if (entry.path().endsWith(".tf")) {
                String text = new String(tree.read(entry), StandardCharsets.UTF_8);
                // As Source gives it to the reader.
                text = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
                tally.add(clone.getFileName() + " " + entry.path(), text);
            }
        }
    }

    @Test
    void eachKindOfDifferenceIsSeen() {
        String text = "a \"b\" {\n  c = [1, \"x-${var.y}\", { k = f(true) }]\n  d {}\n}\n";
        assertThat(differences(text, text)).isEmpty();
        for (String other : List.of(
                text.replace("a \"b\"", "z \"b\""),
                text.replace("\"b\"", "\"z\""),
                text.replace("  c =", "  z ="),
                text.replace("  c =", "\n  c ="),
                text.replace("1", "2"),
                text.replace("x-", "z-"),
                text.replace("var.y", "var.z"),
                text.replace("k =", "z ="),
                text.replace("f(", "z("),
                text.replace("true", "false"),
                text.replace("true", "\"true\""),
                text.replace("1,", "1 ,"),
                text.replace("1,", "1 + 1,"),
                text.replace("  d {}\n}", "}\n  d {}"))) {
            assertThat(differences(text, other)).as(other).isNotEmpty();
        }
    }

    @Test
    void whatTheOracleDoesNotKnowOurReaderReads() {
        for (String text : List.of(
                "a = { in = 1 }\n",
                "a = var.b.in\n",
                "a = <<E\nx\nE  \nb = 1\n",
                "a = \"%{if var.x}y%{endif}\"\n",
                "a = \"\\u00e9\"\n")) {
            assertThat(Hcl.read(text).error()).as(text).isEmpty();
            assertThat(RewriteHcl.read(text).refusal()).as(text).isNotEmpty();
        }
    }

    private static List<String> differences(String ours, String theirs) {
        HclComparison comparison = new HclComparison();
        comparison.bodies(
                "", Hcl.read(ours).body(), RewriteHcl.read(theirs).body().orElseThrow());
        return comparison.differences();
    }

    /** What was read, and who read it. */
    private static final class Tally {
        private final HclComparison comparison = new HclComparison();
        private final List<String> refusedByUs = new ArrayList<>();
        private final List<String> refusedByOracle = new ArrayList<>();
        private int files;
        private int refusedByBoth;

        void add(String file, String text) {
            files++;
            Hcl.Read ours = Hcl.read(text);
            RewriteHcl.Read theirs = RewriteHcl.read(text);
            if (ours.isWhole() && theirs.body().isPresent()) {
                comparison.bodies(file, ours.body(), theirs.body().get());
            } else if (ours.isWhole()) {
                refusedByOracle.add(
                        file + ": " + theirs.refusal().lines().findFirst().orElse(""));
            } else if (theirs.body().isPresent()) {
                refusedByUs.add(file + ": line " + ours.errorLine() + " " + ours.error());
            } else {
                refusedByBoth++;
            }
        }

        String sentence() {
            return files + " files: " + refusedByBoth + " read by none, " + refusedByUs.size() + " only by the oracle, "
                    + refusedByOracle.size() + " only by us; " + comparison.blocks() + " blocks, "
                    + comparison.attributes() + " attributes and " + comparison.literals() + " literals compared, "
                    + comparison.differences().size() + " differences";
        }
    }
}
