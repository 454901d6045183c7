package io.github.incidentadvisor.evidence.linkage.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformSpec {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private final RunningPlatform running = RunningPlatform.open();
    private final Shapes shapes = new Shapes();

    @Test
    void theRunningJavaHasItsClassesWithoutLoadingThem() {
        assertThat(shapes.of(running, "java/lang/String").orElseThrow().method("isBlank", "()Z"))
                .isPresent();
        assertThat(running.has("java/lang/Nothing")).isFalse();
        assertThat(running.has("com/acme/Nothing")).isFalse();
    }

    @Test
    void anOlderJavaHasWhatItHadThen() throws IOException {
        Optional<ReleasePlatform> opened = ReleasePlatform.open(9, HOME, running);
        assumeTrue(opened.isPresent(), "this Java has no signatures of Java 9");
        try (ReleasePlatform nine = opened.orElseThrow()) {
            ClassShape text = shapes.of(nine, "java/lang/String").orElseThrow();
            assertThat(text.method("isEmpty", "()Z")).isPresent();
            assertThat(text.method("isBlank", "()Z")).isEmpty();
            assertThat(nine.has("java/lang/Record")).isFalse();
            assertThat(nine.has("sun/nio/ch/IOUtil"))
                    .as("packages that the signatures leave out")
                    .isTrue();
        }
    }

    @Test
    void aReleaseThatNobodyKnowsIsNotMadeUp(@TempDir Path noJdk) throws IOException {
        assertThat(ReleasePlatform.open(9, noJdk, running)).isEmpty();
        assertThat(ReleasePlatform.open(34, HOME, running)).isEmpty();
        assertThat(ReleasePlatform.open(-1, HOME, running)).isEmpty();
    }
}
