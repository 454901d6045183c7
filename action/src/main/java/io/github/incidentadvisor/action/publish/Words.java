package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.Wording;
import io.github.incidentadvisor.action.hub.Door;
import io.github.incidentadvisor.draft.IsolatedModels;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The report in a model's words, where one is configured and they hold. It is asked from here and not from the analysis, which runs
 * the project's code and must not see the key. Model and address come from the workflow alone, never from the project's files.
 */
public final class Words {
    private static final URI OPENAI = URI.create("https://api.openai.com/");

    private Words() {}

    /** @param environment read for {@code HOME}, where answers are kept */
    public static UnaryOperator<Report> of(Job.Model model, Door door, Map<String, String> environment) {
        if (model.name().isEmpty()) {
            return UnaryOperator.identity();
        }
        Settings settings = Settings.of(List.of(new Settings.Layer(
                "the action's inputs",
                Map.of(
                        Setting.MODEL,
                        model.name(),
                        Setting.MODEL_BASE_URL,
                        model.baseUrl(),
                        Setting.SECOND_READING,
                        String.valueOf(model.secondReading())))));
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Wording wording = new Wording(
                settings,
                new IsolatedModels(() -> jars(model.jars())),
                new Wording.Surrounding(
                        home.resolve(".cache/incident-advisor"),
                        home,
                        Map.of("OPENAI_API_KEY", model.key().text()),
                        Optional.empty(),
                        door.proxies(address(model.baseUrl())),
                        Progress.SILENT));
        return wording::worded;
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() == null ? OPENAI : uri;
        } catch (IllegalArgumentException e) {
            return OPENAI;
        }
    }

    private static List<URL> jars(Optional<Path> folder) {
        List<URL> jars = new ArrayList<>();
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.list(folder.get())) {
                for (Path file : files.sorted().toList()) {
                    jars.add(file.toUri().toURL());
                }
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                jars.clear();
            }
        }
        if (jars.isEmpty()) {
            throw new NoDraft("the client library for models is not there; the log says why");
        }
        return jars;
    }
}
