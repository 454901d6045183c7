package io.github.incidentadvisor.evidence.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From a folder of API answers ({@code spring-boot.json} …) to our table; what is no such answer fails by its name. */
public final class LifecycleTableMaker {
    private LifecycleTableMaker() {}

    public static String table(Path folder) throws IOException {
        List<ApiAnswer> answers = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                answers.add(ApiAnswer.read(Files.readAllBytes(file)));
            } catch (ApiAnswer.Unreadable e) {
                throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
            }
        }
        LocalDate oldest = answers.stream()
                .map(ApiAnswer::generated)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IOException("no answers in " + folder.getFileName()));
        return new LifecycleTable(
                        oldest, answers.stream().map(ApiAnswer::product).toList())
                .text();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().equals("index.json"))
                    .sorted()
                    .toList();
        }
    }
}
