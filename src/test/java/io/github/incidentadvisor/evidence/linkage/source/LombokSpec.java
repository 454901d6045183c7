package io.github.incidentadvisor.evidence.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.Jars;
import io.github.incidentadvisor.evidence.linkage.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that lean on Lombok, judged without running it. */
class LombokSpec {
    private static final String[] ANNOTATIONS = Stream.of(
                    "Data",
                    "Getter",
                    "Setter",
                    "Builder",
                    "Value",
                    "RequiredArgsConstructor",
                    "AllArgsConstructor",
                    "NoArgsConstructor",
                    "SneakyThrows")
            .map(name -> "package lombok; public @interface " + name + " {}")
            .toArray(String[]::new);

    @TempDir
    private Path folder;

    private SourceProbe.Outcome outcome(String before, String after, String... client) {
        Path lombok = Library.jar(folder.resolve("lombok.jar"), List.of(), ANNOTATIONS);
        Path old = Library.jar(folder.resolve("lib-1.jar"), List.of(), before);
        Path now = Library.jar(folder.resolve("lib-2.jar"), List.of(), after);
        List<SourceFile> units = Stream.of(client)
                .map(source -> SourceFile.of("src", "src/" + Library.path(source), "", source))
                .toList();
        try (SourceProbe probe = SourceProbe.of(new Jars()).orElseThrow()) {
            return probe.probe(new Compilation(
                    "pom.xml", units, List.of(), 17, List.of(), List.of(lombok, old), List.of(lombok, now)));
        }
    }

    @Test
    void whatIsReachedThroughGettersAndBuildersIsJudged() {
        SourceProbe.Outcome outcome = outcome(
                "package lib; public class Pool { public void evict() {} }",
                "package lib; public class Pool {}",
                """
                import lombok.*;
                @Data
                class Settings {
                    private lib.Pool pool;
                    private boolean isOpen;
                }
                """,
                """
                import lombok.Builder;
                @Builder
                class Order {
                    private final Settings settings;
                    private int size;
                }
                """,
                """
                import lombok.RequiredArgsConstructor;
                @RequiredArgsConstructor
                class Client {
                    private final Settings settings;
                    void a() {
                        settings.setOpen(!settings.isOpen());
                        settings.getPool()
                            .evict();
                    }
                    static Client of() { return new Client(new Settings()); }
                    Order b() { return Order.builder().settings(settings).size(1).build(); }
                }
                """);

        assertThat(outcome.gaps()).isEmpty();
        assertThat(outcome.lines())
                .extracting(Line::place)
                .extracting(Object::toString)
                .containsExactly("src/Client.java:8");
    }

    @Test
    void anExceptionThatIsThrownSneakilyIsNoBreak() {
        assertThat(outcome(
                                "package lib; public class Io { public void open() {} }",
                                "package lib; public class Io { public void open() throws java.io.IOException {} }",
                                """
                                import lombok.SneakyThrows;
                                class Client {
                                    @SneakyThrows
                                    void a(lib.Io io) { io.open(); }
                                }
                                """)
                        .lines())
                .isEmpty();
    }

    @Test
    void aConstantWithItsOwnConstructorIsJudged() {
        assertThat(outcome("package lib; public class Pool {}", "package lib; public class Pool { int x; }", """
                import lombok.AllArgsConstructor;
                import lombok.Getter;
                @Getter
                @AllArgsConstructor
                enum Kind {
                    A("a", 1), B("b", 2);
                    private final String label;
                    private final int rank;
                    String all(lib.Pool pool) { return A.getLabel() + B.getRank(); }
                }
                """)
                        .gaps())
                .isEmpty();
    }
}
