package io.github.incidentadvisor.incidents.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import io.github.incidentadvisor.incidents.IncidentSource.Harvest;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsSpec {
    @TempDir
    private Path home;

    private final List<String> read = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private Generations generations() {
        return new Generations(home, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Entry entry(String key) {
        return entry(key, Harvest.of(incident(key, "files")));
    }

    private Entry entry(String key, Harvest harvest) {
        return new Entry() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Harvest read() {
                synchronized (read) {
                    read.add(key);
                }
                return harvest;
            }
        };
    }

    private static Incident incident(String id, String source) {
        String text = "# " + id + " was down";
        return new Incident(
                id,
                id + " was down",
                "https://example.com/" + id,
                "2024-01-02",
                source,
                false,
                Incident.Sort.REPORT,
                text,
                List.of(new Fact(Fact.Kind.TITLE, id, new Span(2, text.length()))));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(home)) {
            return folders.toList();
        }
    }

    @Test
    void theSameInputIsReadOnce() {
        generations().of(List.of(entry("a"), entry("b"))).close();
        try (Memory memory = generations().of(List.of(entry("b"), entry("a")))) {
            assertThat(memory.size()).isEqualTo(2);
        }

        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void onlyWhatIsNewIsReadAndWhatIsGoneIsGone() {
        generations().of(List.of(entry("a"), entry("b"))).close();
        read.clear();

        try (Memory memory = generations().of(List.of(entry("b"), entry("c")))) {
            assertThat(memory.size()).isEqualTo(2);
        }
        assertThat(read).containsExactly("c");
    }

    @Test
    void gapsOfWhatIsNotReadAgainStay() {
        Entry broken = entry("x", Harvest.none("x.md", "is empty"));
        generations().of(List.of(broken, entry("a"))).close();
        read.clear();

        try (Memory memory = generations().of(List.of(broken, entry("a"), entry("b")))) {
            assertThat(memory.gaps()).containsExactly(Gap.of("x.md", "is empty"));
        }
        assertThat(read).containsExactly("b");
    }

    @Test
    void anIndexThatIsCorruptIsBuiltAgain() throws IOException {
        generations().of(List.of(entry("a"), entry("b"))).close();
        Path folder = folders().get(0);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        read.clear();

        try (Memory memory = generations().of(List.of(entry("a"), entry("b")))) {
            assertThat(memory.size()).isEqualTo(2);
        }
        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void aPreviousIndexThatIsCorruptLosesNothing() throws IOException {
        generations().of(List.of(entry("a"))).close();
        Files.delete(folders().get(0).resolve("manifest.json"));

        try (Memory memory = generations().of(List.of(entry("a"), entry("b")))) {
            assertThat(memory.size()).isEqualTo(2);
        }
    }

    @Test
    void aLockOrRestOfAKilledBuildIsInNobodysWay() throws IOException {
        Path rest = Files.createDirectories(home.resolve("aside-123"));
        Files.writeString(rest.resolve("write.lock"), "");

        try (Memory memory = generations().of(List.of(entry("a")))) {
            assertThat(memory.size()).isEqualTo(1);
        }
    }

    @Test
    void oldGenerationsAreSweptAndYoungOnesStay() throws IOException {
        for (int i = 0; i < 6; i++) {
            generations().of(List.of(entry("a" + i))).close();
        }
        assertThat(folders()).hasSize(6);

        now = Instant.now().plus(Duration.ofHours(2));
        generations().of(List.of(entry("last"))).close();
        assertThat(folders()).hasSize(3);
    }

    @Test
    void buildsThatRunAtOnceNeedNoLock() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> builds = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    try (Memory memory = generations().of(List.of(entry("a"), entry("b")))) {
                        return memory.size();
                    }
                })
                .toList();

        for (var build : threads.invokeAll(builds)) {
            assertThat(build.get()).isEqualTo(2);
        }
        threads.shutdown();
    }

    @Test
    void theSameAddressInAnotherSourceIsOneIncident() {
        Entry first = entry("1", Harvest.of(incident("a", "files")));
        Entry second = entry("2", Harvest.of(incident("a", "PagerDuty")));

        try (Memory memory = generations().of(List.of(first, second))) {
            assertThat(memory.size()).isEqualTo(1);
            assertThat(memory.duplicates()).isEqualTo(1);
            assertThat(memory.searched().sources()).containsExactly("files");
            assertThat(memory.searched().oldest()).isEqualTo("2024-01-02");
        }
    }

    @Test
    void aDayThatIsStillToComeIsNoDateAndSaidSo() {
        Incident future =
                new Incident("INC-9", "t", "", "2031-05-06", "files", false, Incident.Sort.REPORT, "t", List.of());
        Incident tonight =
                new Incident("INC-10", "u", "", "2026-01-02", "files", false, Incident.Sort.REPORT, "u", List.of());
        Entry first = entry("a", Harvest.of(future));
        Entry second = entry("b", Harvest.of(tonight));

        try (Memory memory = generations().of(List.of(first, second))) {
            assertThat(memory.searched().newest()).isEqualTo("2026-01-02");
            assertThat(memory.gaps()).singleElement().satisfies(gap -> assertThat(gap.reason())
                    .contains("2031-05-06", "still to come"));
        }
        now = now.plus(Duration.ofDays(1));
        try (Memory memory = generations().of(List.of(first, second, entry("c")))) {
            assertThat(memory.searched().newest()).isEqualTo("2026-01-02");
            assertThat(memory.gaps()).hasSize(1);
        }
    }
}
