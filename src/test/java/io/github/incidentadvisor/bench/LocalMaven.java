package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.PlainMaven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelProcessor;
import org.apache.maven.model.io.DefaultModelReader;
import org.apache.maven.model.locator.DefaultModelLocator;
import org.apache.maven.model.superpom.DefaultSuperPomProvider;
import org.eclipse.aether.repository.RemoteRepository;

/** What evaluations share: the user's local repository with Maven Central behind it, and the Maven on the path. */
public final class LocalMaven {
    private LocalMaven() {}

    /** @param root where the project lies that is looked at */
    public static MavenContext at(Path root) {
        return over(List.of(), root);
    }

    /** @param more repositories to ask after Maven's own */
    static MavenContext over(List<RemoteRepository> more, Path root) {
        List<RemoteRepository> repositories = new ArrayList<>(central());
        repositories.addAll(more);
        return PlainMaven.over(
                repositories,
                Path.of(System.getProperty("user.home"), ".m2", "repository"),
                root,
                Boolean.getBoolean("offline"),
                new Properties());
    }

    /** What every POM inherits: the repositories of Maven's own super POM. */
    private static List<RemoteRepository> central() {
        DefaultModelProcessor processor = new DefaultModelProcessor();
        processor.setModelLocator(new DefaultModelLocator());
        processor.setModelReader(new DefaultModelReader());
        Model parent =
                new DefaultSuperPomProvider().setModelProcessor(processor).getSuperModel("4.0.0");
        return parent.getRepositories().stream()
                .map(one -> new RemoteRepository.Builder(one.getId(), "default", one.getUrl()).build())
                .toList();
    }

    /** What a run of Maven took. */
    record Run(double seconds, long peakKilobytes, int exit, String log) {}

    static Run run(Path project, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        command.addAll(arguments);
        Path log = java.nio.file.Files.createTempFile("maven", ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, residentPeak(process.pid()));
            process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = java.nio.file.Files.readString(log);
        java.nio.file.Files.delete(log);
        return new Run(seconds, peak, process.exitValue(), text);
    }

    /** The kernel's high-water mark; 0 where there is no /proc. */
    private static long residentPeak(long pid) {
        try {
            for (String line : java.nio.file.Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
