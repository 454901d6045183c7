package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Advisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class Dump {
    private Dump() {}

    static void to(Advisor.Answer answer, String file) {
        List<String> lines = new ArrayList<>();
        answer.report()
                .advisories()
                .forEach(a -> lines.add("ADV " + a.inChange() + " " + a.verdict() + " "
                        + a.component().purl() + " " + a.from() + " -> " + a.to() + " " + a.role() + " "
                        + a.declaredAt() + " by " + a.movedBy() + " moves " + a.moves()));
        answer.report().advisories().forEach(a -> a.findings()
                .forEach(f -> lines.add("FIN " + f.kind() + " " + f.place() + " " + f.text())));
        lines.add("HEAD " + answer.report().verdict() + " " + answer.report().headline());
        answer.report()
                .advisories()
                .forEach(a -> lines.add("REC " + a.component().name() + " " + a.recommendation() + " " + a.tasks()));
        answer.report()
                .notChecked()
                .forEach(g -> lines.add("GAP " + g.place() + " | " + g.what() + " | " + g.reason()));
        answer.inventory()
                .items()
                .forEach(i -> lines.add("ITEM " + i.module() + " " + i.role() + " "
                        + i.component().purl() + " " + i.version() + " " + i.scope() + " " + i.declaration() + " "
                        + i.path()));
        answer.inventory().pins().forEach(i -> lines.add("PIN " + i));
        try {
            Files.write(Path.of(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
