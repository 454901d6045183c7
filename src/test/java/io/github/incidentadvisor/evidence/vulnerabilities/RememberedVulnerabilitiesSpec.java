package io.github.incidentadvisor.evidence.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.Vulnerabilities;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedVulnerabilitiesSpec {
    private static final Privacy NOBODYS = new Privacy(Set.of(), Set.of());
    private static final Coordinates HOLED = coordinates("com.lib", "holed");
    private static final Coordinates SOUND = coordinates("com.lib", "sound");
    private static final Coordinates OURS = coordinates("com.acme", "core");

    private final List<Coordinates> asked = new ArrayList<>();
    private final RememberedVulnerabilities.Memory memory = new RememberedVulnerabilities.Memory();

    @Test
    void whatManyProjectsHaveIsAskedOnce() {
        assertThat(of(NOBODYS, HOLED, SOUND).of(HOLED)).hasSize(1);
        assertThat(of(NOBODYS, SOUND, HOLED).of(HOLED)).hasSize(1);
        assertThat(of(NOBODYS, SOUND, OURS).of(SOUND)).isEmpty();

        assertThat(asked).containsExactly(HOLED, SOUND, OURS);
    }

    @Test
    void whatOneProjectKeepsToItselfIsAskedForAnotherWhoseItIsNot() {
        of(new Privacy(Set.of("com.acme"), Set.of()), OURS);
        of(NOBODYS, OURS);

        assertThat(asked).containsExactly(OURS, OURS);
    }

    @Test
    void whatCouldNotBeAskedIsAskedAgain() {
        Vulnerabilities silent = components -> new Vulnerabilities.Answer(Map.of(), List.of(Gap.of("all", "offline")));

        assertThat(new RememberedVulnerabilities(memory, silent, NOBODYS)
                        .of(List.of(HOLED))
                        .gaps())
                .hasSize(1);
        assertThat(of(NOBODYS, HOLED).of(HOLED)).hasSize(1);
    }

    private Vulnerabilities.Answer of(Privacy privacy, Coordinates... components) {
        return new RememberedVulnerabilities(memory, this::answer, privacy).of(List.of(components));
    }

    private Vulnerabilities.Answer answer(Collection<Coordinates> components) {
        asked.addAll(components);
        return new Vulnerabilities.Answer(
                components.contains(HOLED)
                        ? Map.of(
                                HOLED,
                                List.of(new Vulnerabilities.Vulnerability(
                                        "CVE-1", List.of(), "", "", "", "", new Version("2"))))
                        : Map.of(),
                List.of());
    }

    private static Coordinates coordinates(String group, String name) {
        return new Coordinates(Artifact.of(group, name), new Version("1"));
    }
}
