package io.github.incidentadvisor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.manifest.Repository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesSpec {
    @Test
    void aPullRequestMayAddToWhatIsPrivateAndNotTakeFromIt() {
        assertThat(privateGroups("com.acme", Map.of())).containsExactly("com.acme");
        assertThat(privateGroups("com.acme", Map.of(Setting.PRIVATE_GROUPS, "com.acme.new")))
                .containsExactly("com.acme.new", "com.acme");
        assertThat(privateGroups("com.acme", Map.of(Setting.PRIVATE_GROUPS, "com.acme")))
                .containsExactly("com.acme");
    }

    @Test
    void aPullRequestCannotSayWhomWeTalkTo() {
        Sources sources = Sources.inForce(
                Map.of(),
                Map.of(Setting.OSV_URL, "https://evil.example"),
                Optional.of(pom("")),
                pom("<osvUrl>https://evil.example</osvUrl>"));

        assertThat(sources.settings().text(Setting.OSV_URL)).isEqualTo(Setting.OSV_URL.fallback());
        assertThat(sources.gaps()).singleElement().satisfies(gap -> assertThat(gap.reason())
                .contains("the base commit's root POM does not say the same"));
    }

    private static List<String> privateGroups(String ofBase, Map<Setting, String> live) {
        Tree base = pom("<privateGroups>" + ofBase + "</privateGroups>");
        return Sources.inForce(Map.of(), live, Optional.of(base), pom(""))
                .settings()
                .list(Setting.PRIVATE_GROUPS);
    }

    private static Tree pom(String configuration) {
        return Repository.of("pom.xml", """
                <project>
                  <build><plugins><plugin>
                    <groupId>io.github.incident-advisor</groupId>
                    <artifactId>incident-advisor-maven-plugin</artifactId>
                    <configuration>%s</configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(configuration));
    }
}
