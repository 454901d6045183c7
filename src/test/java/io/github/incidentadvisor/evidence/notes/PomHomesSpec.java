package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.ReleaseNotes.Health;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.evidence.notes.Homes.Known;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Action;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Component.TerraformModule;
import io.github.incidentadvisor.model.Component.TerraformProvider;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomHomesSpec {
    private static final Artifact POOL = Artifact.of("org.acme.lib", "acme-pool");

    @TempDir
    Path folder;

    private final Map<Coordinates, Path> poms = new HashMap<>();

    @Test
    void thePomsOwnScmIsTheHomeAndItsTagTheTag() throws IOException {
        pom("org.acme.lib", "acme-pool", """
                <scm><url>https://github.com/acme/pool</url><tag>acme-pool-${project.version}</tag></scm>
                <url>https://acme.example</url>
                """);

        assertThat(homes(POOL)).containsExactly("acme/pool tag acme-pool-2.0.0");
    }

    @Test
    void withoutAnScmThePageOrTheIssuesMayLeadThere() throws IOException {
        pom(
                "org.acme.lib",
                "acme-pool",
                "<issueManagement><url>https://github.com/acme/pool/issues</url></issueManagement>");
        assertThat(homes(POOL)).containsExactly("acme/pool");

        pom(
                "org.acme.lib",
                "acme-pool",
                "<scm><connection>scm:git:https://gitbox.apache.org/repos/asf/pool.git</connection></scm>");
        assertThat(homes(POOL)).containsExactly("apache/pool");

        pom("org.acme.lib", "acme-pool", "<url>https://pool.apache.org</url>");
        assertThat(homes(POOL)).containsExactly("apache/pool");
    }

    @Test
    void aParentsIsOnlyTheHomeWhereItIsOfTheSameProject() throws IOException {
        String parent = "<parent><groupId>%s</groupId><artifactId>%s</artifactId><version>2.0.0</version></parent>";
        pom("org.acme.lib", "acme-pool", parent.formatted("org.acme.lib", "acme-all"));
        pom("org.acme.lib", "acme-all", "<scm><url>https://github.com/acme/acme-all</url></scm>");
        assertThat(homes(POOL)).containsExactly("acme/acme-all");

        pom("org.acme.lib", "acme-all", "<scm><url>https://github.com/acme/acme-parent</url></scm>");
        assertThat(homes(POOL)).isEmpty();

        pom("org.acme.lib", "acme-pool", parent.formatted("org.sonatype.oss", "oss-parent"));
        pom("org.sonatype.oss", "oss-parent", "<scm><url>https://github.com/sonatype/acme-pool</url></scm>");
        assertThat(homes(POOL)).isEmpty();
        assertThat(known(POOL).lookedAt())
                .containsExactly(
                        "the POM of org.acme.lib:acme-pool:2.0.0", "the POM of org.sonatype.oss:oss-parent:2.0.0");
    }

    @Test
    void aRelocationIsAWordOnTheProjectsHealth() throws IOException {
        pom("org.acme.lib", "acme-pool", """
                <distributionManagement><relocation><groupId>org.new</groupId><message>Moved.</message></relocation>
                </distributionManagement>
                """);

        assertThat(known(POOL).health())
                .extracting(Health::text)
                .containsExactly("acme-pool has moved to org.new: its own POM says so.");
    }

    @Test
    void whatIsNoArtifactIsWhereItsNameSays() {
        assertThat(homes(new Action("actions", "setup-java"))).containsExactly("actions/setup-java");
        assertThat(homes(new TerraformProvider("hashicorp/aws"))).containsExactly("hashicorp/terraform-provider-aws");
        assertThat(homes(new TerraformModule("terraform-aws-modules/eks/aws")))
                .containsExactly("terraform-aws-modules/terraform-aws-eks");
        assertThat(homes(new TerraformModule("git.acme.org/a/b"))).isEmpty();
    }

    @Test
    void theTableHoldsThoseThatSayNothing() {
        assertThat(homes(Artifact.of("org.apache.tomcat.embed", "tomcat-embed-core")))
                .containsExactly("apache/tomcat");
        assertThat(homes(new Platform("kubernetes"))).containsExactly("kubernetes/kubernetes");
        assertThat(homes(new Platform("unheard-of"))).isEmpty();
    }

    @Test
    void hostilePomsLeadNowhere() throws IOException {
        for (String inside : List.of(
                "<scm><url>https://evil.example/acme/pool</url></scm>",
                "<scm><url>https://github.com/../../etc/passwd</url></scm>",
                "<scm><url>${x}</url></scm>",
                "<scm><url>https://github.com/acme/" + "a".repeat(100_000) + "</url></scm>",
                "<parent><groupId>org.acme.lib</groupId><artifactId>acme-pool</artifactId><version>2.0.0</version></parent>",
                "<scm>")) {
            pom("org.acme.lib", "acme-pool", inside);
            assertThat(homes(POOL))
                    .as(inside.substring(0, Math.min(60, inside.length())))
                    .isEmpty();
        }
    }

    private void pom(String group, String artifact, String inside) throws IOException {
        Path file = folder.resolve(group + "." + artifact + ".pom");
        Files.writeString(file, "<project>" + inside + "</project>");
        poms.put(new Coordinates(new Artifact(group, artifact, "pom", ""), new Version("2.0.0")), file);
    }

    private Known known(Component component) {
        return new PomHomes(PublishedNotesSpec.files(poms), "github.com")
                .of(new Step(component, new Version("1.0.0"), new Version("2.0.0")));
    }

    private List<String> homes(Component component) {
        return known(component).homes().stream()
                .map(home ->
                        home.repository() + home.tag().map(tag -> " tag " + tag).orElse(""))
                .toList();
    }
}
