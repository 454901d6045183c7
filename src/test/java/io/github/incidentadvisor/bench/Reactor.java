package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the time of an inventory grows with modules when the artifacts stay the same; no arguments. */
public final class Reactor {
    private Reactor() {}

    public static void main(String[] arguments) throws Exception {
        Path small = project(8);
        Path large = project(500);
        seconds(small);
        double few = Math.min(seconds(small), seconds(small));
        double many = Math.min(seconds(large), seconds(large));
        System.out.printf(Locale.ROOT, "8 modules %.2f s, 500 modules %.2f s: %.1f times%n", few, many, many / few);
    }

    private static double seconds(Path project) {
        long start = System.nanoTime();
        Inventory inventory = new MavenInventory(LocalMaven.at(project), new Requests())
                .read(FolderTree.of(project), Progress.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d modules, %d items, %d gaps: %.2f s%n",
                inventory.modules().size(),
                inventory.items().size(),
                inventory.gaps().size(),
                seconds);
        return seconds;
    }

    /** The same eight sets of starters, over and over. */
    private static Path project(int modules) throws IOException {
        Path root = Files.createTempDirectory("reactor");
        String names = IntStream.range(0, modules)
                .mapToObj(i -> "    <module>m" + i + "</module>\n")
                .collect(Collectors.joining());
        Files.writeString(root.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-parent</artifactId>
                    <version>3.2.0</version>
                    <relativePath/>
                  </parent>
                  <groupId>bench</groupId>
                  <artifactId>reactor</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>
                %s  </modules>
                </project>
                """.formatted(names));
        String[] starters = {"web", "jdbc", "validation", "cache", "mail", "json", "logging", "aop"};
        for (int i = 0; i < modules; i++) {
            String dependencies = IntStream.rangeClosed(0, i % 8)
                    .mapToObj(s -> """
                                <dependency>
                                  <groupId>org.springframework.boot</groupId>
                                  <artifactId>spring-boot-starter-%s</artifactId>
                                </dependency>
                            """.formatted(starters[s]))
                    .collect(Collectors.joining());
            Path module = Files.createDirectory(root.resolve("m" + i));
            Files.writeString(module.resolve("pom.xml"), """
                    <project>
                      <modelVersion>4.0.0</modelVersion>
                      <parent>
                        <groupId>bench</groupId>
                        <artifactId>reactor</artifactId>
                        <version>1</version>
                      </parent>
                      <artifactId>m%d</artifactId>
                      <dependencies>
                    %s  </dependencies>
                    </project>
                    """.formatted(i, dependencies));
        }
        return root;
    }
}
