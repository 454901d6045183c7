package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.Wording;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words for a report without any model: {@code REPORT.json FOLDER} writes the request into the folder; with an {@code answer.json}
 * beside it, whoever wrote that, it prints what of it is said and what is not. With {@code second} there is a second reading too, whose
 * request and answer are {@code second-request.json} and {@code second-answer.json}.
 */
public final class Words {
    private Words() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        String second = String.valueOf(arguments.length > 2 && arguments[2].equals("second"));
        Settings settings = Settings.of(List.of(new Settings.Layer(
                "bench", Map.of(Setting.RECORD, folder.toString(), Setting.SECOND_READING, second))));
        Wording wording = new Wording(
                settings,
                choice -> {
                    throw new NoDraft("nothing is sent");
                },
                new Wording.Surrounding(
                        folder, folder, Map.of(), Optional.empty(), ProxySelector.getDefault(), Progress.SILENT));
        Report worded = wording.worded(JsonReport.read(Files.readAllBytes(Path.of(arguments[0]))));
        for (Advisory advisory : worded.advisories()) {
            System.out.println(advisory.id() + " " + advisory.component().name() + ", by "
                    + advisory.prose().author().word());
            advisory.prose().sentences().forEach(said -> System.out.println("    " + said.text()));
            advisory.prose()
                    .left()
                    .forEach(left -> System.out.println("  ! " + left.text() + "  [" + left.why() + "]"));
        }
        worded.notChecked().stream()
                .filter(gap -> gap.what().startsWith("wording"))
                .forEach(gap -> System.out.println(gap.what() + ": " + gap.reason()));
    }
}
