package io.github.incidentadvisor.evidence.linkage.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.SkewQuestion;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dependencies need of each other. */
class SkewSpec {
    private static final String CORE =
            "package core; public class Parser { public void limits() {} public void old() {} }";
    private static final String CORE_WITHOUT = "package core; public class Parser { public void old() {} }";
    private static final String BIND = """
            package bind;
            public class Mapper {
                public void read(core.Parser p) {
                    p.limits();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aNewVersionThatNeedsMoreOfAnotherThanThereIsBreaksAtRunTime() throws IOException {
        Library core = library("core:1", CORE_WITHOUT);
        Library oldBind = library("bind:1", "package bind; public class Mapper {}");
        Library bind = library("bind:2", BIND, library("core:2", CORE));

        assertThat(skews(List.of(core, oldBind), List.of(core, bind), "bind.Mapper"))
                .containsExactly("new BREAKS_RUNTIME bind 2 (was 1) needs of core 1 (was 1): 1, 1 reachable");
    }

    @Test
    void aDependencyThatLostWhatAnUnchangedOneCallsBreaksAtRunTime() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", BIND, core);

        assertThat(skews(List.of(core, bind), List.of(library("core:2", CORE_WITHOUT), bind), "bind.Mapper"))
                .containsExactly("new BREAKS_RUNTIME bind 1 (was 1) needs of core 2 (was 1): 1, 1 reachable");
    }

    @Test
    void theReferencesAreNamedWithTheirLines() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", BIND, core);

        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            Skew skew = linkage.skews(
                            new SkewQuestion(List.of(core, bind), List.of(library("core:2", CORE_WITHOUT), bind), 17),
                            Set.of("bind.Mapper"))
                    .skews()
                    .get(0);
            assertThat(skew.first())
                    .extracting(one -> one.where() + " " + one.message())
                    .containsExactly("Mapper.java:4 calls Parser.limits(), which was removed");
        }
    }

    @Test
    void whatTheProjectDoesNotLeadToIsOfTheLowestRank() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", BIND, core);

        assertThat(skews(List.of(core, bind), List.of(library("core:2", CORE_WITHOUT), bind), "core.Parser"))
                .containsExactly("new INFO bind 1 (was 1) needs of core 2 (was 1): 1, 0 reachable");
    }

    @Test
    void aServiceIsReachedThroughItsInterface() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = withFile(
                library("bind:1", BIND, core), "META-INF/services/java.lang.Runnable", "bind.Mapper # the one\n");
        Library user = library("user:1", "package user; public class Loader { Object o = Runnable.class; }");

        assertThat(skews(
                        List.of(core, bind, user), List.of(library("core:2", CORE_WITHOUT), bind, user), "user.Loader"))
                .containsExactly("new BREAKS_RUNTIME bind 1 (was 1) needs of core 2 (was 1): 1, 1 reachable");
    }

    @Test
    void oldTroubleIsKeptApart() throws IOException {
        Library core = library("core:1", CORE_WITHOUT);
        Library bind = library("bind:1", BIND, library("core:9", CORE));
        Library next = library("bind:2", BIND + " class More {}", library("core:9", CORE));

        assertThat(skews(List.of(core, bind), List.of(core, next), "bind.Mapper"))
                .containsExactly("old INFO bind 2 (was 1) needs of core 1 (was 1): 1, 1 reachable");
    }

    @Test
    void anOptionalDependencyThatNobodyBringsIsSilent() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", BIND, core);
        Library next = library("bind:2", BIND + " class More {}", core);

        assertThat(skews(List.of(bind), List.of(next), "bind.Mapper")).isEmpty();
    }

    @Test
    void anOptionalDependencyThatLeavesIsSaidQuietlyUnlessItIsRequired() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", BIND, core);
        Library requiring = new Library(bind.coordinates(), bind.file(), Set.of("lib:core"));

        assertThat(skews(List.of(core, bind), List.of(bind), "bind.Mapper"))
                .containsExactly("new CAUTION bind 1 (was 1) needs of nothing (was 1): 1, 1 reachable");
        assertThat(skews(List.of(core, requiring), List.of(requiring), "bind.Mapper"))
                .containsExactly("new BREAKS_RUNTIME bind 1 (was 1) needs of nothing (was 1): 1, 1 reachable");
    }

    @Test
    void aReferenceWhoseErrorIsCaughtIsSilent() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", """
                package bind;
                public class Mapper {
                    public void read(core.Parser p) {
                        try {
                            p.limits();
                        } catch (NoSuchMethodError e) {
                            p.old();
                        }
                    }
                }
                """, core);

        assertThat(skews(List.of(core, bind), List.of(library("core:2", CORE_WITHOUT), bind), "bind.Mapper"))
                .isEmpty();
    }

    @Test
    void aClassThatLooksUpWhatIsMissingIsPreparedForIt() throws IOException {
        Library core = library("core:1", CORE + "\n---\npackage core; public class Limits {}");
        Library bind = library("bind:1", """
                package bind;
                public class Mapper {
                    public Object read() throws Exception {
                        return Class.forName("core.Limits") == null ? null : new core.Limits();
                    }
                }
                """, core);

        assertThat(skews(List.of(core, bind), List.of(library("core:2", CORE), bind), "bind.Mapper"))
                .containsExactly("new CAUTION bind 1 (was 1) needs of core 2 (was 1): 1, 1 reachable");
    }

    @Test
    void whatAnEnclosingClassLooksUpItsInnerClassesArePreparedForToo() throws IOException {
        Library core = library("core:1", CORE + "\n---\npackage core; public class Limits {}");
        Library bind = library("bind:1", """
                package bind;
                public class Mapper {
                    public Object read() throws Exception {
                        return Class.forName("core.Limits") == null ? null : new Legacy().limits();
                    }
                    static class Legacy {
                        Object limits() { return new core.Limits(); }
                    }
                }
                """, core);

        assertThat(skews(List.of(core, bind), List.of(library("core:2", CORE), bind), "bind.Mapper"))
                .containsExactly("new CAUTION bind 1 (was 1) needs of core 2 (was 1): 1, 1 reachable");
    }

    @Test
    void aClassOnTheConditionOfAMissingOneLeadsNowhere() throws IOException {
        String condition = """
                package bind;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) public @interface When { Class<?> value(); }
                ---
                package bind;
                public class Config { Object o = new Mapper(); }
                ---
                package bind;
                @When(gone.Feature.class) public class Mapper {
                    public void read(core.Parser p) { p.limits(); }
                }
                """;
        Library core = library("core:1", CORE);
        Library gone = library("gone:1", "package gone; public class Feature {}");
        Library bind = library("bind:1", condition, core, gone);

        assertThat(skews(List.of(core, bind), List.of(library("core:2", CORE_WITHOUT), bind), "bind.Config"))
                .containsExactly("new INFO bind 1 (was 1) needs of core 2 (was 1): 1, 0 reachable");
    }

    @Test
    void anAbstractMethodThatTheNewCalleeAsksForIsOwed() throws IOException {
        Library core = library("core:1", "package core; public interface Listener { void done(); }");
        Library next = library("core:2", "package core; public interface Listener { void done(); void failed(); }");
        String source = "package bind; public class Mapper implements core.Listener { public void done() {} %s }";
        Library bind = library("bind:1", source.formatted(""), core);
        Library nextBind = library("bind:3", source.formatted("public void more() {}"), core);

        assertThat(skews(List.of(core, bind), List.of(next, bind), "bind.Mapper"))
                .containsExactly("new BREAKS_RUNTIME bind 1 (was 1) needs of core 2 (was 1): 1, 1 reachable");
        assertThat(skews(List.of(core, bind), List.of(next, nextBind), "bind.Mapper"))
                .containsExactly("new BREAKS_RUNTIME bind 3 (was 1) needs of core 2 (was 1): 1, 1 reachable");
    }

    @Test
    void aBrokenJarIsAGapAndTheOthersAreJudged() throws IOException {
        Library core = library("core:1", CORE);
        Library bind = library("bind:1", BIND, core);
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        Library broken = new Library(bind.coordinates(), text);

        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            var answer = linkage.skews(
                    new SkewQuestion(
                            List.of(core, broken, bind), List.of(library("core:2", CORE_WITHOUT), broken, bind), 17),
                    Set.of("bind.Mapper"));
            assertThat(answer.skews()).hasSize(1);
            assertThat(answer.gaps()).extracting(gap -> gap.what()).containsExactly("text.jar");
        }
    }

    private Library library(String name, String sources, Library... classPath) throws IOException {
        String[] parts = name.split(":");
        Path jar = folder.resolve(parts[0] + "-" + parts[1] + ".jar");
        List<Path> others = List.of(classPath).stream().map(Library::file).toList();
        Compiled.jar(jar, Compiled.classes(sources, others));
        return new Library(new Coordinates(Artifact.of("lib", parts[0]), new Version(parts[1])), jar);
    }

    private static Library withFile(Library library, String entry, String text) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (JarSource jar = JarSource.open(library.file(), 17)) {
            for (String name : jar.names()) {
                entries.put(name, jar.bytes(name));
            }
        }
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        Compiled.jar(library.file(), entries);
        return library;
    }

    private static List<String> skews(List<Library> before, List<Library> after, String root) {
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            var answer = linkage.skews(new SkewQuestion(before, after, 17), Set.of(root));
            assertThat(answer.gaps()).isEmpty();
            return answer.skews().stream()
                    .map(skew -> (skew.isNew() ? "new " : "old ") + skew.severity() + " "
                            + skew.caller().artifact().artifact()
                            + " " + skew.caller().version().text() + " (was "
                            + skew.callerBefore()
                                    .map(one -> one.version().text())
                                    .orElse("absent") + ") needs of "
                            + skew.callee()
                                    .map(one -> one.artifact().artifact() + " "
                                            + one.version().text())
                                    .orElse("nothing")
                            + " (was "
                            + skew.calleeBefore()
                                    .map(one -> one.version().text())
                                    .orElse("absent") + "): "
                            + skew.count() + ", " + skew.reachable() + " reachable")
                    .toList();
        }
    }
}
