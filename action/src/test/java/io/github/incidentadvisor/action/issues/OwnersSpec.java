package io.github.incidentadvisor.action.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnersSpec {
    @Test
    void theLastPatternThatMatchesCounts() {
        assertThat(of("* @all\n*.tf @infra\n/deploy/*.tf @deploy\n", "a/b.tf")).containsExactly("infra");
        assertThat(of("* @all\n*.tf @infra\n/deploy/*.tf @deploy\n", "deploy/b.tf"))
                .containsExactly("deploy");
        assertThat(of("* @all\n", "a/b.txt")).containsExactly("all");
    }

    @Test
    void aPatternWithoutOwnersTakesThemAway() {
        assertThat(of("* @all\n/docs/\n", "docs/a.md")).isEmpty();
    }

    @Test
    void foldersMeanAllThatIsInThem() {
        assertThat(of("apps/ @a", "x/apps/y/z.tf")).containsExactly("a");
        assertThat(of("/apps/ @a", "x/apps/y/z.tf")).isEmpty();
        assertThat(of("docs/* @a", "docs/x/y.md")).isEmpty();
        assertThat(of("docs/* @a", "docs/y.md")).containsExactly("a");
        assertThat(of("**/logs @a", "deep/er/logs/x")).containsExactly("a");
        assertThat(of("/apps/github @a", "apps/github/pom.xml")).containsExactly("a");
    }

    @Test
    void teamsAndMailAddressesAreNobodyWhoCanBeAssigned() {
        assertThat(of("* @acme/team a@b.example @mary # @joe", "x")).containsExactly("mary");
    }

    @Test
    void whatIsNoPatternIsPassedOver() {
        assertThat(of("!x @a\n[ab] @b\n\n# c\n\\ \n* @all", "x")).containsExactly("all");
        assertThat(of("*".repeat(5_000) + "x @a\n* @all", "a".repeat(2_000))).containsExactly("all");
    }

    private static List<String> of(String text, String file) {
        return Owners.of(text).people(List.of(file), 10);
    }
}
