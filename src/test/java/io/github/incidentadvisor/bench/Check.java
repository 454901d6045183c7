package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.Surroundings;
import io.github.incidentadvisor.settings.Setting;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The whole of {@code check} on a project without a Maven around it: {@code PROJECT OUT_FOLDER [setting=value…]}; {@code
 * repository=URL} adds a repository.
 */
public final class Check {
    private Check() {}

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        List<RemoteRepository> repositories = new ArrayList<>();
        settings.put(
                Setting.OUTPUT_DIRECTORY, Path.of(arguments[1]).toAbsolutePath().toString());
        settings.put(Setting.FORMATS, "console,json,markdown,html");
        settings.put(Setting.CACHE_DIRECTORY, Files.createTempDirectory("cache").toString());
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            String[] pair = argument.split("=", 2);
            if (pair[0].equals("repository")) {
                repositories.add(new RemoteRepository.Builder("more", "default", pair[1]).build());
            } else {
                settings.put(Setting.named(pair[0]).orElseThrow(), pair[1]);
            }
        }
        var maven = LocalMaven.over(repositories, project);
        var surroundings = new Surroundings(
                maven,
                Path.of(settings.get(Setting.CACHE_DIRECTORY)),
                ProxySelector.getDefault(),
                Clock.systemDefaultZone(),
                System::nanoTime,
                Progress.SILENT);
        Delivery.of(new Advisor(surroundings).check(new Advisor.Question(project, settings, Map.of())), project)
                .lines()
                .forEach(System.out::println);
    }
}
