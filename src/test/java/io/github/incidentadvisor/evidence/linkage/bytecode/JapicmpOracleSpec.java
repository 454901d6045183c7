package io.github.incidentadvisor.evidence.linkage.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.bench.LocalMaven;
import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.Question;
import io.github.incidentadvisor.evidence.linkage.bytecode.SyntheticClients.Client;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiCompatibilityChangeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Type;

/** Nothing that japicmp calls binary incompatible between two published jars, and that a class uses, is missed. */
class JapicmpOracleSpec {
    /** What japicmp calls incompatible and no reference of a class file fails for. */
    private static final Set<JApiCompatibilityChangeType> NO_REFERENCE = EnumSet.of(
            // The code that the interface now has is used where a class has none: JLS 13.5.7 knows only the conflict of
            // two defaults.
            JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "com.google.guava:guava, 20.0, 33.4.8-jre, ''",
        "com.fasterxml.jackson.core:jackson-databind, 2.13.5, 2.17.3, com.fasterxml.jackson.core:jackson-core:2.17.3",
        "com.fasterxml.jackson.core:jackson-core, 2.13.5, 2.17.3, ''",
        "org.springframework:spring-core, 5.3.39, 6.1.14, ''",
        "org.apache.commons:commons-compress, 1.18, 1.27.1, commons-io:commons-io:2.18.0",
        "commons-io:commons-io, 1.4, 2.18.0, ''",
        "org.apache.commons:commons-lang3, 3.1, 3.17.0, ''",
        "io.netty:netty-common, 4.1.50.Final, 4.2.0.Final, ''",
        "org.slf4j:slf4j-api, 1.7.36, 2.0.16, ''",
        "ch.qos.logback:logback-core, 1.2.13, 1.5.12, javax.servlet:javax.servlet-api:4.0.1"
                + " jakarta.servlet:jakarta.servlet-api:6.0.0 com.sun.mail:javax.mail:1.6.2 jakarta.mail:jakarta.mail-api:2.1.3",
        "org.yaml:snakeyaml, 1.33, 2.2, ''",
    })
    void nothingThatIsUsedAndIncompatibleIsMissed(String artifact, String old, String now, String others)
            throws IOException {
        List<Path> with = Stream.of(others.split(" "))
                .filter(one -> !one.isEmpty())
                .map(JapicmpOracleSpec::jar)
                .toList();
        Path before = jar(artifact + ":" + old);
        Path after = jar(artifact + ":" + now);
        SyntheticClients synthetic = synthetic(before, after);

        Set<String> reported = reported(synthetic.classes(), both(before, with), both(after, with));

        List<Client> missed = synthetic.clients().stream()
                .filter(client -> !reported.contains(client.className()))
                .filter(client -> !NO_REFERENCE.contains(client.change()))
                .filter(client ->
                        !isStillThere(synthetic.classes().get(client.className().replace('.', '/')), both(after, with)))
                .toList();
        assertThat(synthetic.clients()).isNotEmpty();
        assertThat(missed).isEmpty();
    }

    private static List<Path> both(Path one, List<Path> others) {
        return Stream.concat(Stream.of(one), others.stream()).toList();
    }

    private static SyntheticClients synthetic(Path before, Path after) throws IOException {
        Shapes shapes = new Shapes();
        try (JarSource jar = JarSource.open(before, 17)) {
            SyntheticClients synthetic = new SyntheticClients(
                    new ClassSpace(List.of(jar), RunningPlatform.open(), shapes, new Modules(shapes, false)));
            JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
            options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
            new JarArchiveComparator(options)
                    .compare(new JApiCmpArchive(before.toFile(), ""), new JApiCmpArchive(after.toFile(), ""))
                    .forEach(synthetic::add);
            return synthetic;
        }
    }

    private static Set<String> reported(Map<String, byte[]> clients, List<Path> before, List<Path> after) {
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            return linkage
                    .judge(new Question(List.of(ClassSource.memory("clients", clients)), List.of(), before, after, 0))
                    .breaks()
                    .stream()
                    .filter(one -> one.effect() != Effect.REFLECTION)
                    .map(Break::callerClass)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Whether the JDK's reflection still finds all methods that the client calls: japicmp does not see those that are inherited from
     * another jar or from a class that is not public, and those that became defaults of an interface.
     */
    private static boolean isStillThere(byte[] client, List<Path> classPath) {
        List<Use> uses = Uses.of(ClassFile.of(client)).all();
        try (URLClassLoader loader = loader(classPath)) {
            for (Use use : uses) {
                if (!use.kind().isCall() && !use.kind().isMention()) {
                    return false;
                }
                if (use.kind().isCall() && !has(Class.forName(Names.binary(use.owner()), false, loader), use)) {
                    return false;
                }
            }
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Class<?> type, Use use) {
        boolean own = Stream.of(type.getDeclaredMethods())
                .anyMatch(one -> one.getName().equals(use.name())
                        && Type.getMethodDescriptor(one).equals(use.descriptor())
                        && Modifier.isStatic(one.getModifiers()) == use.kind().isStatic());
        return own
                || type.getSuperclass() != null && has(type.getSuperclass(), use)
                || Stream.of(type.getInterfaces()).anyMatch(one -> has(one, use));
    }

    private static URLClassLoader loader(List<Path> classPath) throws IOException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static Path jar(String coordinates) {
        String[] parts = coordinates.split(":");
        Coordinates wanted = new Coordinates(Artifact.of(parts[0], parts[1]), new Version(parts[2]));
        return new MavenArtifacts(LocalMaven.at(Path.of("")), new Requests())
                .files(Set.of(wanted))
                .get(wanted);
    }
}
