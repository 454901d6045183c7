package io.github.incidentadvisor.evidence.linkage.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the class files of a client say of each kind of change of a library. */
class BreakKindsSpec {
    @TempDir
    private Path folder;

    @Test
    void aRemovedMethodIsReportedAtTheLineOfTheCallWithWhatIsLeft() throws IOException {
        var before = "public class Pool { public void evict(String k) {} public void evict(String k, int n) {} }";
        var after = "public class Pool { public void evict(String k, int n) {} }";
        var client = """
                class Cache {
                    void drop(Pool p) {
                        p.evict("k");
                    }
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:3 FAILS METHOD_REMOVED calls Pool.evict(String), which was removed; there is evict(String, int)");
    }

    @Test
    void aMethodWithOtherParametersIsNamed() throws IOException {
        var before = "public class Pool { public void evict(int k) {} }";
        var after = "public class Pool { public void evict(long k) {} }";

        assertThat(breaks(before, after, call("p.evict(1);")))
                .containsExactly(
                        "Cache.java:3 FAILS PARAMETERS_CHANGED calls Pool.evict(int), which was removed; there is evict(long)");
    }

    @Test
    void aMethodWithAnotherResultIsNamedThoughRecompilingWouldDo() throws IOException {
        var before = "public class Pool { public int size() { return 0; } }";
        var after = "public class Pool { public long size() { return 0; } }";

        assertThat(breaks(before, after, call("long n = p.size();")))
                .containsExactly(
                        "Cache.java:3 FAILS RETURN_TYPE_CHANGED calls Pool.size(), which returns long now, not int");
    }

    @Test
    void aMethodPulledUpToTheSuperclassIsNoBreak() throws IOException {
        var before = "public class Pool { public void evict() {} }";
        var after = "public class Pool extends Base {}\n---\npublic class Base { public void evict() {} }";

        assertThat(breaks(before, after, call("p.evict();"))).isEmpty();
    }

    @Test
    void aMethodThatBecameADefaultIsNoBreak() throws IOException {
        var before = "public interface Pool { void evict(); }";
        var after = "public interface Pool extends Base {}\n---\npublic interface Base { default void evict() {} }";

        assertThat(breaks(before, after, call("p.evict();"))).isEmpty();
    }

    @Test
    void aHiddenMethodIsNamedWithItsAccess() throws IOException {
        var before = "package lib; public class Pool { public void evict() {} public static void all() {} }";
        var after = "package lib; public class Pool { protected void evict() {} static void all() {} }";
        var client = """
                import lib.Pool;
                class Cache {
                    void drop(Pool p) {
                        p.evict();
                        Pool.all();
                    }
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:4 FAILS METHOD_HIDDEN calls Pool.evict(), which is protected now",
                        "Cache.java:5 FAILS METHOD_HIDDEN calls Pool.all(), which is package-private now");
    }

    @Test
    void aProtectedMethodStaysVisibleToSubclasses() throws IOException {
        var before = "package lib; public class Pool { public void evict() {} }";
        var after = "package lib; public class Pool { protected void evict() {} }";

        assertThat(breaks(before, after, "class Cache extends lib.Pool { void drop() { evict(); } }"))
                .isEmpty();
    }

    @Test
    void aPackagePrivateMethodStaysVisibleToItsPackageInAnotherJar() throws IOException {
        var before = "package lib; public class Pool { public void evict() {} }";
        var after = "package lib; public class Pool { void evict() {} }";

        assertThat(breaks(before, after, "package lib; class Cache { void drop(Pool p) { p.evict(); } }"))
                .isEmpty();
    }

    @Test
    void staticTurnedInstanceAndBackAreNamed() throws IOException {
        var before = "public class Pool { public static void all() {} public void one() {} }";
        var after = "public class Pool { public void all() {} public static void one() {} }";

        assertThat(breaks(before, after, call("Pool.all(); p.one();")))
                .containsExactly(
                        "Cache.java:3 FAILS METHOD_NO_LONGER_STATIC calls Pool.all(), which is not static any more",
                        "Cache.java:3 FAILS METHOD_NOW_STATIC calls Pool.one(), which is static now");
    }

    @Test
    void aClassTurnedInterfaceAndBackIsNamed() throws IOException {
        assertThat(breaks(
                        "public class Pool { public void evict() {} }",
                        "public interface Pool { void evict(); }",
                        call("p.evict();")))
                .containsExactly("Cache.java:3 FAILS CLASS_NOW_INTERFACE calls Pool.evict(); Pool is an interface now");
        assertThat(breaks(
                        "public interface Pool { void evict(); }",
                        "public class Pool { public void evict() {} }",
                        call("p.evict();")))
                .containsExactly("Cache.java:3 FAILS INTERFACE_NOW_CLASS calls Pool.evict(); Pool is a class now");
    }

    @Test
    void aRemovedClassIsNamedOnceALineWithWhereItMoved() throws IOException {
        var before = "package old; public class Pool { public void evict() {} }";
        var after = "package fresh; public class Pool { public void evict() {} }";
        var client = """
                import old.Pool;
                class Cache {
                    Object drop() {
                        Pool p = new Pool();
                        p.evict();
                        return p;
                    }
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:4 FAILS CLASS_REMOVED creates Pool, which was removed; there is fresh.Pool",
                        "Cache.java:5 FAILS CLASS_REMOVED calls Pool.evict(), whose class was removed; there is fresh.Pool");
    }

    @Test
    void aClassThatOnlyADeclarationNamesIsForReflection() throws IOException {
        assertThat(breaks("public class Pool {}", "public class Other {}", "class Cache { Pool pool; }"))
                .containsExactly("Cache.java REFLECTION CLASS_REMOVED declares Pool, which was removed");
    }

    @Test
    void aMissingAnnotationFailsNothing() throws IOException {
        var before = """
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) public @interface Pooled { Class<?> by() default Object.class; }
                """;

        assertThat(breaks(before, "public class Other {}", "@Pooled class Cache {}"))
                .containsExactly("Cache.java REFLECTION CLASS_REMOVED is annotated with Pooled, which was removed");
    }

    @Test
    void aClassThatInheritsFromARemovedOneCannotBeLoaded() throws IOException {
        var before = "public class Pool extends Base { public void evict() {} }\n---\npublic class Base {}";
        var kept = Compiled.classes(before, List.of());
        kept.remove("Base");

        assertThat(breaks(
                        Compiled.jar(folder.resolve("a.jar"), Compiled.classes(before, List.of())),
                        Compiled.jar(folder.resolve("b.jar"), kept),
                        call("p.evict();")))
                .containsExactly(
                        "Cache.java:3 FAILS SUPERTYPE_REMOVED calls Pool.evict(), whose supertype Base was removed");
    }

    @Test
    void aHiddenClassIsNamed() throws IOException {
        var before = "package lib; public class Pool { public static void all() {} }";
        var after = "package lib; class Pool { public static void all() {} }";

        assertThat(breaks(before, after, "class Cache { void drop() { lib.Pool.all(); } }"))
                .containsExactly(
                        "Cache.java:1 FAILS CLASS_HIDDEN calls Pool.all(), whose class is not public any more");
    }

    @Test
    void aNestedClassTurnedProtectedIsForTheCompiler() throws IOException {
        var before = "package lib; public class Pool { public static class Key {} }";
        var after = "package lib; public class Pool { protected static class Key { public Key() {} } }";

        assertThat(breaks(before, after, "class Cache { Object drop() { return new lib.Pool.Key(); } }"))
                .containsExactly("Cache.java:1 SOURCE CLASS_HIDDEN creates Pool.Key, which is protected now");
    }

    @Test
    void anAbstractClassCannotBeCreated() throws IOException {
        assertThat(breaks(
                        "public class Pool {}",
                        "public abstract class Pool {}",
                        "class Cache { Object o = new Pool(); }"))
                .containsExactly("Cache.java:1 FAILS CLASS_NOW_ABSTRACT creates Pool, which is abstract now");
    }

    @Test
    void aFinalOrSealedSuperclassIsNamed() throws IOException {
        assertThat(breaks("public class Pool {}", "public final class Pool {}", "class Cache extends Pool {}"))
                .containsExactly("Cache.java FAILS CLASS_NOW_FINAL extends Pool, which is final now");
        assertThat(breaks(
                        "public interface Pool {}",
                        "public sealed interface Pool { final class One implements Pool {} }",
                        "class Cache implements Pool {}"))
                .containsExactly(
                        "Cache.java FAILS CLASS_NOW_SEALED implements Pool, which is sealed now and does not permit it");
    }

    @Test
    void anInterfaceAsSuperclassIsNamed() throws IOException {
        assertThat(breaks("public class Pool {}", "public interface Pool {}", "class Cache extends Pool {}"))
                .contains("Cache.java FAILS CLASS_NOW_INTERFACE extends Pool, which is an interface now");
    }

    @Test
    void anAbstractMethodAddedIsOwedByImplementorsAndLambdas() throws IOException {
        var before = "public interface Pool { void evict(); }";
        var after = "public interface Pool { void evict(); int size(); }";
        var client = """
                class Cache implements Pool {
                    public void evict() {}
                    Pool other = () -> {};
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java FAILS ABSTRACT_METHOD_ADDED does not implement Pool.size(), which it must now",
                        "Cache.java:3 FAILS ABSTRACT_METHOD_ADDED has a lambda for Pool, which now also has size()");
    }

    @Test
    void anAbstractMethodThatTheClassHasAlreadyIsNotOwed() throws IOException {
        var before = "public interface Pool { void evict(); }";
        var after = "public interface Pool { void evict(); int size(); }";
        var client = "class Cache implements Pool { public void evict() {} public int size() { return 0; } }";

        assertThat(breaks(before, after, client)).isEmpty();
    }

    @Test
    void aDefaultMethodAddedIsNotOwed() throws IOException {
        var before = "public interface Pool { void evict(); }";
        var after = "public interface Pool { void evict(); default int size() { return 0; } }";

        assertThat(breaks(before, after, "class Cache implements Pool { public void evict() {} }"))
                .isEmpty();
    }

    @Test
    void aSubclassIsNotBlamedForWhatItsSuperclassOwes() throws IOException {
        var before = "public interface Pool { }";
        var after = "public interface Pool { int size(); }";

        assertThat(breaks(before, after, "class Cache implements Pool { static class Sub extends Cache {} }"))
                .containsExactly(
                        "Cache.java FAILS ABSTRACT_METHOD_ADDED does not implement Pool.size(), which it must now");
    }

    @Test
    void twoDefaultsForOneMethodConflict() throws IOException {
        var before = """
                public interface Pool { default void evict() {} }
                ---
                public interface Store { }
                """;
        var after = """
                public interface Pool { default void evict() {} }
                ---
                public interface Store { default void evict() {} }
                """;

        assertThat(breaks(before, after, "class Cache implements Pool, Store { }"))
                .containsExactly(
                        "Cache.java FAILS DEFAULTS_CONFLICT inherits Pool.evict() from two interfaces, both with code");
    }

    @Test
    void anOverriddenMethodThatIsFinalIsNamed() throws IOException {
        var client = """
                class Cache extends Pool {
                    @Override public void evict() {
                        return;
                    }
                }
                """;

        assertThat(breaks(
                        "public class Pool { public void evict() {} }",
                        "public class Pool { public final void evict() {} }",
                        client))
                .containsExactly("Cache.java:3 FAILS OVERRIDES_FINAL overrides Pool.evict(), which is final now");
    }

    @Test
    void anOverrideOfARemovedMethodIsNeverCalled() throws IOException {
        var before = "public class Pool { protected void onEvict(String k) {} }";
        var after = "public class Pool { protected void onEvict(String k, int n) {} }";

        assertThat(breaks(before, after, "class Cache extends Pool { protected void onEvict(String k) {} }"))
                .containsExactly(
                        "Cache.java:1 NOT_CALLED OVERRIDES_NOTHING overrides Pool.onEvict(String), which was removed,"
                                + " and will not be called; there is onEvict(String, int)");
    }

    @Test
    void anOverrideOfAGenericMethodIsSeenThroughItsBridge() throws IOException {
        var before = "public interface Pool<T> { default void onEvict(T k) {} }";
        var after = "public interface Pool<T> { }";

        assertThat(breaks(before, after, "class Cache implements Pool<String> { public void onEvict(String k) {} }"))
                .containsExactly(
                        "Cache.java:1 NOT_CALLED OVERRIDES_NOTHING overrides Pool.onEvict(Object), which was removed,"
                                + " and will not be called");
    }

    @Test
    void aSuperCallOfAMethodWithoutCodeIsNamed() throws IOException {
        var before = "public abstract class Pool { public void evict() {} }";
        var after = "public abstract class Pool { public abstract void evict(); }";

        assertThat(breaks(before, after, "class Cache extends Pool { public void evict() { super.evict(); } }"))
                .containsExactly(
                        "Cache.java:1 FAILS METHOD_NOW_ABSTRACT calls Pool.evict() as super, which is abstract now");
    }

    @Test
    void fieldsThatAreGoneOrOfAnotherTypeAreNamed() throws IOException {
        var before = "public class Pool { public static Object A; public int b; }";
        var after = "public class Pool { public long b; }";

        assertThat(breaks(before, after, call("Object a = Pool.A; p.b = 1;")))
                .containsExactly(
                        "Cache.java:3 FAILS FIELD_REMOVED reads Pool.A, which was removed",
                        "Cache.java:3 FAILS FIELD_TYPE_CHANGED writes Pool.b, which is long now, not int");
    }

    @Test
    void fieldsThatAreHiddenFinalOrStaticAreNamed() throws IOException {
        var before =
                "package lib; public class Pool { public int a; public int b; public int c; public static int d; }";
        var after =
                "package lib; public class Pool { protected int a; public final int b = 1; public static int c; public int d; }";
        var client = """
                import lib.Pool;
                class Cache {
                    void drop(Pool p) {
                        p.a = 1;
                        p.b = 1;
                        p.c = 1;
                        Pool.d = 1;
                    }
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:4 FAILS FIELD_HIDDEN writes Pool.a, which is protected now",
                        "Cache.java:5 FAILS FIELD_NOW_FINAL writes Pool.b, which is final now",
                        "Cache.java:6 FAILS FIELD_NOW_STATIC writes Pool.c, which is static now",
                        "Cache.java:7 FAILS FIELD_NO_LONGER_STATIC writes Pool.d, which is not static any more");
    }

    @Test
    void aFieldPulledUpIsNoBreak() throws IOException {
        var before = "public class Pool { public int size; }";
        var after = "public class Pool extends Base {}\n---\npublic class Base { public int size; }";

        assertThat(breaks(before, after, call("p.size++;"))).isEmpty();
    }

    @Test
    void anEnumConstantThatIsGoneIsNamed() throws IOException {
        assertThat(breaks(
                        "public enum Mode { FAST, SLOW }",
                        "public enum Mode { FAST }",
                        "class Cache { Mode m = Mode.SLOW; }"))
                .containsExactly("Cache.java:1 FAILS ENUM_CONSTANT_REMOVED reads Mode.SLOW, which was removed");
    }

    @Test
    void aSwitchOverAnEnumRunsOnWithoutTheConstant() throws IOException {
        var client = """
                class Cache {
                    int drop(Mode m) {
                        switch (m) {
                            case SLOW: return 1;
                            default: return 0;
                        }
                    }
                }
                """;

        assertThat(breaks("public enum Mode { FAST, SLOW }", "public enum Mode { FAST }", client))
                .containsExactly("Cache.java:3 SOURCE ENUM_CONSTANT_REMOVED reads Mode.SLOW, which was removed");
    }

    @Test
    void aRecordComponentThatIsGoneIsNamed() throws IOException {
        assertThat(breaks(
                        "public record Pool(String name, int size) {}",
                        "public record Pool(String name) {}",
                        call("int n = p.size(); new Pool(\"a\", 1);")))
                .containsExactly(
                        "Cache.java:3 FAILS PARAMETERS_CHANGED calls new Pool(String, int), which was removed; there is new Pool(String)",
                        "Cache.java:3 FAILS METHOD_REMOVED calls Pool.size(), the accessor of a record component that was removed");
    }

    @Test
    void methodReferencesAreCalls() throws IOException {
        var before = "public class Pool { public static void all(String s) {} public Pool() {} }";
        var after = "public class Pool { Pool(int n) {} }";
        var client = """
                import java.util.function.*;
                class Cache {
                    Consumer<String> one = Pool::all;
                    Supplier<Object> two = Pool::new;
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:3 FAILS METHOD_REMOVED calls Pool.all(String), which was removed",
                        "Cache.java:4 FAILS PARAMETERS_CHANGED calls new Pool(), which was removed; there is new Pool(int)");
    }

    @Test
    void checkedExceptionsAreForTheCompilerAndOnlyWhereNothingHandlesThem() throws IOException {
        var before = "public class Pool { public void evict() {} }";
        var after = "public class Pool { public void evict() throws java.io.IOException {} }";
        var client = """
                class Cache {
                    void drop(Pool p) {
                        p.evict();
                    }
                    void declares(Pool p) throws Exception {
                        p.evict();
                    }
                    void catches(Pool p) {
                        try {
                            p.evict();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:3 SOURCE EXCEPTION_ADDED calls Pool.evict(), which now throws IOException");
    }

    @Test
    void aCheckedExceptionThatIsNotThrownAnyMoreIsForTheCompilerWhereItIsCaught() throws IOException {
        var before = "public class Pool { public void evict() throws java.io.IOException {} }";
        var after = "public class Pool { public void evict() {} }";
        var client = """
                import java.io.*;
                class Cache {
                    void drop(Pool p) {
                        try {
                            p.evict();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                    void declares(Pool p) throws IOException {
                        p.evict();
                    }
                    void others(Pool p, InputStream in) {
                        try {
                            p.evict();
                            in.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }
                """;

        assertThat(breaks(before, after, client))
                .containsExactly(
                        "Cache.java:5 SOURCE EXCEPTION_REMOVED calls Pool.evict(), which does not throw IOException any more");
    }

    @Test
    void whatDidNotResolveBeforeIsSilent() throws IOException {
        Path library = Compiled.jar(
                folder.resolve("optional.jar"),
                Compiled.classes("public class Pool { public void evict() {} }", List.of()));
        var client = Compiled.classes(call("p.evict();"), List.of(library));

        assertThat(judge(client, List.of(), List.of())).isEmpty();
    }

    @Test
    void theClassLibraryOfJavaIsOnBothSides() throws IOException {
        var client = """
                import java.lang.invoke.*;
                class Cache {
                    Object drop(MethodHandle h, VarHandle v, String[] s, Pool p) throws Throwable {
                        int n = (int) h.invokeExact("a", 1);
                        v.compareAndSet(this, 1, 2);
                        p.evict();
                        return s.clone();
                    }
                }
                """;

        assertThat(breaks(
                        "public class Pool { public void evict() {} }",
                        "public class Pool { public void evict() {} public void more() {} }",
                        client))
                .isEmpty();
    }

    @Test
    void aPackageThatAModuleHidesIsHiddenFromModulesAlone() throws IOException {
        var before = "package lib; public class Pool { public static void all() {} }\n---\nmodule lib { exports lib; }";
        var after =
                "package lib; public class Pool { public static void all() {} }\n---\npackage api; public class Open {}\n---\nmodule lib { exports api; }";
        var client = "class Cache { void drop() { lib.Pool.all(); } }";
        Path old = Compiled.jar(folder.resolve("m1.jar"), Compiled.classes(before, List.of()));
        Path now = Compiled.jar(folder.resolve("m2.jar"), Compiled.classes(after, List.of()));
        var onClassPath = Compiled.classes(client, List.of(old));
        var asModule = new java.util.TreeMap<>(onClassPath);
        asModule.putAll(Compiled.classes("module client { }", List.of()));

        assertThat(judge(onClassPath, List.of(old), List.of(now))).isEmpty();
        assertThat(judge(asModule, List.of(old), List.of(now)))
                .containsExactly(
                        "Cache.java:1 FAILS CLASS_HIDDEN calls Pool.all(), the package of which its module does"
                                + " not export any more");
    }

    /** A client whose third line is {@code statement}, with a {@code Pool p}. */
    private static String call(String statement) {
        return """
                class Cache {
                    void drop(Pool p) {
                        %s
                    }
                }
                """.formatted(statement);
    }

    private List<String> breaks(String before, String after, String client) throws IOException {
        return breaks(
                Compiled.jar(folder.resolve("before.jar"), Compiled.classes(before, List.of())),
                Compiled.jar(folder.resolve("after.jar"), Compiled.classes(after, List.of())),
                client);
    }

    private static List<String> breaks(Path before, Path after, String client) {
        return judge(Compiled.classes(client, List.of(before)), List.of(before), List.of(after));
    }

    private static List<String> judge(java.util.Map<String, byte[]> client, List<Path> before, List<Path> after) {
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            var answer = linkage.judge(
                    new Question(List.of(ClassSource.memory("client", client)), List.of(), before, after, 17));
            assertThat(answer.gaps()).isEmpty();
            return answer.breaks().stream()
                    .map(one -> one.where() + " " + one.effect() + " " + one.kind() + " " + one.message())
                    .toList();
        }
    }
}
