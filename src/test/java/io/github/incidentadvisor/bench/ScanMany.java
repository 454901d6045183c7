package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.Scan;
import io.github.incidentadvisor.Surroundings;
import io.github.incidentadvisor.settings.Setting;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The scan of many repositories without a Maven around it: {@code REPOSITORIES OUT_FOLDER [setting=value…]}. */
public final class ScanMany {
    private ScanMany() {}

    public static void main(String[] arguments) throws Exception {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(
                Setting.REPOSITORIES, Path.of(arguments[0]).toAbsolutePath().toString());
        settings.put(
                Setting.OUTPUT_DIRECTORY, Path.of(arguments[1]).toAbsolutePath().toString());
        settings.put(Setting.FORMATS, "json");
        if (Boolean.getBoolean("offline")) {
            settings.put(Setting.OFFLINE, "true");
        }
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            String[] pair = argument.split("=", 2);
            settings.put(Setting.named(pair[0]).orElseThrow(), pair[1]);
        }
        run(settings).forEach(System.out::println);
    }

    static List<String> run(Map<Setting, String> settings) throws Exception {
        Path where = Files.createTempDirectory("scan");
        long start = System.nanoTime();
        Progress progress = new Progress() {
            @Override
            public void begins(String what) {
                System.out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
            }

            @Override
            public void warns(String message) {
                System.out.println(message);
            }
        };
        Surroundings surroundings = new Surroundings(
                LocalMaven.at(where),
                Path.of(System.getProperty("user.home"), ".cache", "incident-advisor"),
                ProxySelector.getDefault(),
                Clock.systemDefaultZone(),
                System::nanoTime,
                progress);
        List<String> lines = Scan.many(surroundings, new Advisor.Question(where, settings, Map.of()));
        System.out.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
        return lines;
    }
}
