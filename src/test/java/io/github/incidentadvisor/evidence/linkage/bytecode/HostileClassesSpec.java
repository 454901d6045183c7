package io.github.incidentadvisor.evidence.linkage.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Answer;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Jars and class files that are broken, by accident or on purpose. */
class HostileClassesSpec {
    private static final String LIBRARY = "public class Pool { public void evict(String k) {} public int size; }";
    private static final String CLIENT = """
            class Cache extends Pool {
                @Deprecated int seen;
                public void evict(String k) {
                    Runnable r = () -> super.evict(k);
                    try {
                        r.run();
                    } catch (IllegalStateException e) {
                        switch (k) { case "a": size++; default: throw e; }
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aClassThatIsCutOffAnywhereIsAGapAndNothingMore() throws IOException {
        Path library = library();
        byte[] whole = Compiled.classes(CLIENT, List.of(library)).get("Cache");

        for (int length = 0; length < whole.length; length++) {
            Answer answer = judge(Map.of("Cache", Arrays.copyOf(whole, length)), List.of(library), List.of());
            assertThat(answer.breaks()).isEmpty();
            assertThat(answer.gaps()).hasSize(1);
            assertThat(answer.gaps().get(0).reason()).startsWith("cannot read class Cache: ");
        }
    }

    @Test
    void aLibraryClassThatIsCutOffIsNotTakenForRemoved() throws IOException {
        Path library = library();
        byte[] pool = Compiled.classes(LIBRARY, List.of()).get("Pool");
        var client = Compiled.classes(CLIENT, List.of(library));

        for (int length = 0; length < pool.length; length += 7) {
            Path cut = Compiled.jar(folder.resolve("cut.jar"), Map.of("Pool", Arrays.copyOf(pool, length)));
            Answer answer = judge(client, List.of(library), List.of(cut));
            assertThat(answer.breaks()).isEmpty();
            assertThat(answer.gaps()).anyMatch(gap -> gap.what().equals("cut.jar"));
        }
    }

    @Test
    void flippedBytesNeverStopTheRest() throws IOException {
        Path library = library();
        Map<String, byte[]> client = new TreeMap<>(Compiled.classes(CLIENT, List.of(library)));
        client.putAll(Compiled.classes("class Other { void drop(Pool p) { p.evict(\"a\"); } }", List.of(library)));
        byte[] whole = client.get("Cache");
        Random random = new Random(20261125);

        for (int round = 0; round < 2_000; round++) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
            }
            client.put("Cache", flipped);
            assertThat(judge(client, List.of(library), List.of()).breaks())
                    .anyMatch(one -> one.callerClass().equals("Other"));
        }
    }

    @Test
    void flippedBytesInALibraryNeverThrow() throws IOException {
        Path library = library();
        byte[] pool = Compiled.classes(LIBRARY, List.of()).get("Pool");
        var client = Compiled.classes(CLIENT, List.of(library));
        Random random = new Random(7);

        for (int round = 0; round < 300; round++) {
            byte[] flipped = pool.clone();
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
            Path jar = Compiled.jar(folder.resolve("flipped.jar"), Map.of("Pool", flipped));
            assertThat(judge(client, List.of(library), List.of(jar))).isNotNull();
        }
    }

    @Test
    void classesThatInheritFromThemselvesEndTheSearch() throws IOException {
        Map<String, byte[]> cyclic = new TreeMap<>();
        cyclic.put("A", type("A", "B", "I"));
        cyclic.put("B", type("B", "A", "I"));
        cyclic.put("I", type("I", "java/lang/Object", "I"));
        Path before = Compiled.jar(
                folder.resolve("before.jar"), Compiled.classes("public class A { public void evict() {} }", List.of()));
        Path after = Compiled.jar(folder.resolve("after.jar"), cyclic);
        var client = Compiled.classes("class Cache { void drop(A a) { a.evict(); } }", List.of(before));

        Answer answer = judge(client, List.of(before), List.of(after));

        assertThat(answer.breaks()).isEmpty();
        assertThat(answer.gaps()).anyMatch(gap -> gap.what().startsWith("1 reference"));
    }

    @Test
    void aVeryLongLineOfAncestorsIsFollowed() throws IOException {
        Map<String, byte[]> deep = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            deep.put("C" + i, type("C" + i, i == 2_999 ? "java/lang/Object" : "C" + (i + 1)));
        }
        Path before = Compiled.jar(
                folder.resolve("before.jar"),
                Compiled.classes("public class C0 { public void evict() {} }", List.of()));
        Path after = Compiled.jar(folder.resolve("after.jar"), deep);
        var client = Compiled.classes("class Cache { void drop(C0 a) { a.evict(); } }", List.of(before));

        assertThat(judge(client, List.of(before), List.of(after)).breaks())
                .extracting(Break::message)
                .containsExactly("calls C0.evict(), which was removed");
    }

    @Test
    void whatIsNoJarIsAGap() throws IOException {
        Path library = library();
        Path text = Files.writeString(folder.resolve("text.jar"), "this is no jar");
        Path none = folder.resolve("none.jar");

        Answer answer = judge(
                Compiled.classes(CLIENT, List.of(library)), List.of(library, text, none), List.of(library, text, none));

        assertThat(answer.breaks()).isEmpty();
        assertThat(answer.gaps()).extracting(gap -> gap.what()).containsExactly("none.jar", "text.jar");
    }

    @Test
    void anEntryOfAbsurdSizeIsNotRead() throws IOException {
        Path library = library();
        Path bomb = Compiled.jar(folder.resolve("bomb.jar"), Map.of("Pool", new byte[ClassSource.LARGEST_CLASS + 1]));

        Answer answer = judge(Compiled.classes(CLIENT, List.of(library)), List.of(library), List.of(bomb));

        assertThat(answer.breaks()).isEmpty();
        assertThat(answer.gaps().get(0).reason()).contains("it is larger than");
    }

    @Test
    void aClassOfANewerFormatIsRead() throws IOException {
        Path library = library();
        var client = Compiled.classes(CLIENT, List.of(library));
        byte[] newer = client.get("Cache").clone();
        newer[6] = 0;
        newer[7] = (byte) 200;

        Answer answer = judge(Map.of("Cache", newer), List.of(library), List.of());

        assertThat(answer.gaps()).isEmpty();
        assertThat(answer.breaks()).isNotEmpty();
    }

    @Test
    void aClassUnderAnotherNameIsAGap() throws IOException {
        Path library = library();
        byte[] cache = Compiled.classes(CLIENT, List.of(library)).get("Cache");

        assertThat(judge(Map.of("Other", cache), List.of(library), List.of()).gaps())
                .extracting(gap -> gap.reason())
                .containsExactly("cannot read class Other: it declares another class");
    }

    @Test
    void ofAMultiReleaseJarTheVersionForTheJavaLevelCounts() throws IOException {
        Path library = library();
        byte[] old = Compiled.classes(LIBRARY, List.of()).get("Pool");
        byte[] without = Compiled.classes("public class Pool { public int size; }", List.of())
                .get("Pool");
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes());
        entries.put("Pool", old);
        entries.put("META-INF/versions/11/Pool.class", without);
        entries.put("META-INF/versions/21/Pool.class", new byte[0]);
        Path multi = Compiled.jar(folder.resolve("multi.jar"), entries);
        var client = Compiled.classes("class Cache { void drop(Pool p) { p.evict(\"a\"); } }", List.of(library));

        assertThat(judge(client, List.of(library), List.of(multi), 17).breaks()).hasSize(1);
        assertThat(judge(client, List.of(library), List.of(multi), 8).breaks()).isEmpty();
    }

    @Test
    void ofTwoClassesOfOneNameTheFirstOnTheClassPathCounts() throws IOException {
        Path library = library();
        Path without = Compiled.jar(
                folder.resolve("without.jar"), Compiled.classes("public class Pool { public int size; }", List.of()));
        var client = Compiled.classes("class Cache { void drop(Pool p) { p.evict(\"a\"); } }", List.of(library));

        assertThat(judge(client, List.of(library), List.of(library, without)).breaks())
                .isEmpty();
        assertThat(judge(client, List.of(library), List.of(without, library)).breaks())
                .hasSize(1);
    }

    @Test
    void manyThreadsSeeTheSame() throws IOException {
        Path library = library();
        var client = Compiled.classes(CLIENT, List.of(library));
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            Question question = new Question(
                    List.of(ClassSource.memory("client", client)), List.of(), List.of(library), List.of(), 17);
            List<Break> once = linkage.judge(question).breaks();

            List<List<Break>> often = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                often.add(List.of());
            }
            assertThat(often.parallelStream()
                            .map(nothing -> linkage.judge(question).breaks())
                            .toList())
                    .allMatch(once::equals);
        }
    }

    private Path library() throws IOException {
        return Compiled.jar(folder.resolve("library.jar"), Compiled.classes(LIBRARY, List.of()));
    }

    private static byte[] type(String name, String parent, String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, parent, interfaces);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static Answer judge(Map<String, byte[]> client, List<Path> before, List<Path> after) {
        return judge(client, before, after, 17);
    }

    private static Answer judge(Map<String, byte[]> client, List<Path> before, List<Path> after, int release) {
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            return linkage.judge(
                    new Question(List.of(ClassSource.memory("client", client)), List.of(), before, after, release));
        }
    }
}
