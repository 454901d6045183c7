package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestChangesSpec {
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "b".repeat(64);
    private static final String COMMIT = "1".repeat(40);

    @Test
    void anImageMovesLikeALibrary() {
        assertThat(changes(
                        Repository.of("Dockerfile", "FROM eclipse-temurin:17-jre\n"),
                        Repository.of("Dockerfile", "# new\nFROM eclipse-temurin:21-jre\n")))
                .containsExactly("UP eclipse-temurin 17-jre -> 21-jre Dockerfile:2");
    }

    @Test
    void anotherContentUnderTheSameTagIsAChange() {
        assertThat(changes(
                        Repository.of("Dockerfile", "FROM a:1@" + A + "\n"),
                        Repository.of("Dockerfile", "FROM a:1@" + B + "\n")))
                .containsExactly("UP a 1@" + A + " -> 1@" + B + " Dockerfile:1");
    }

    @Test
    void peopleSeeOfADigestWhatTellsTwoApart() {
        assertThat(io.github.incidentadvisor.model.Version.pinned("1.2", A).brief())
                .isEqualTo("1.2@aaaaaaa");
        assertThat(io.github.incidentadvisor.model.Version.pinned("1.2", "").brief())
                .isEqualTo("1.2");
    }

    @Test
    void anActionThatIsPinnedIsAChange() {
        assertThat(changes(
                        Repository.of(".github/workflows/a.yml", "jobs: {a: {steps: [{uses: 'a/b@v4'}]}}\n"),
                        Repository.of(
                                ".github/workflows/a.yml",
                                "jobs: {a: {steps: [{uses: 'a/b@" + COMMIT + "'}]}} # v4.1.1\n")))
                .containsExactly("UP a/b v4 -> v4.1.1@" + COMMIT + " .github/workflows/a.yml:1");
    }

    @Test
    void twoCallersOfOneModuleAreTwo() {
        String module = "variable \"v\" {}\nresource \"aws_eks_cluster\" \"c\" { version = var.v }\n";
        String call = "module \"e\" {\n  source = \"../lib\"\n  v = \"%s\"\n}\n";

        assertThat(changes(
                        Repository.of("lib/main.tf", module)
                                .with("a/main.tf", call.formatted("1.33"))
                                .with("b/main.tf", call.formatted("1.33")),
                        Repository.of("lib/main.tf", module)
                                .with("a/main.tf", call.formatted("1.31"))
                                .with("b/main.tf", call.formatted("1.36"))))
                .containsExactlyInAnyOrder(
                        "DOWN amazon-eks 1.33 -> 1.31 a/main.tf:3", "UP amazon-eks 1.33 -> 1.36 b/main.tf:3");
    }

    @Test
    void oneThingTwiceInAFileIsTwo() {
        assertThat(changes(
                        Repository.of("compose.yml", "services:\n  a: {image: 'p:12'}\n  b: {image: 'p:13'}\n"),
                        Repository.of("compose.yml", "services:\n  a: {image: 'p:12'}\n  b: {image: 'p:16'}\n")))
                .containsExactly("UP p 13 -> 16 compose.yml:3");
    }

    @Test
    void aVersionIsChangedAtTheLineThatDecidesIt() {
        String main = "variable \"v\" {}\nresource \"aws_eks_cluster\" \"c\" { version = var.v }\n";

        assertThat(changes(
                        Repository.of("main.tf", main).with("terraform.tfvars", "v = \"1.31\"\n"),
                        Repository.of("main.tf", main).with("terraform.tfvars", "v = \"1.30\"\n")))
                .containsExactly("DOWN amazon-eks 1.31 -> 1.30 terraform.tfvars:1");
    }

    @Test
    void whatIsNotKnownAnyMoreIsNotGone() {
        assertThat(changes(
                        Repository.of("Dockerfile", "FROM a:1\n"), Repository.of("Dockerfile", "ARG V\nFROM a:${V}\n")))
                .isEmpty();
    }

    @Test
    void aChangeOfAnyOtherFileConcernsNobody() {
        Repository tree = Repository.of("src/main/resources/application.yml", "spring: {image: x}\n")
                .with("Dockerfile", "FROM a:1\n")
                .with("k8s/web.yaml", "apiVersion: v1\nkind: Pod\n")
                .with(".env", "A=1\n")
                .with("README.md", "FROM a:1\n");

        assertThat(List.of(
                        "src/main/resources/application.yml",
                        "Dockerfile",
                        "k8s/web.yaml",
                        ".env",
                        "README.md",
                        "gone.tf"))
                .filteredOn(path -> ManifestInventory.concerns(path, List.of(tree)))
                .containsExactly("Dockerfile", "k8s/web.yaml", ".env");
    }

    private static List<String> changes(Repository base, Repository head) {
        return Changes.between(base.inventory(), head.inventory(), VersionOrder.MAVEN).stream()
                .map(change -> change.direction() + " " + change.component().name() + " " + change.from() + " -> "
                        + change.to() + " " + change.declaredAt())
                .toList();
    }
}
