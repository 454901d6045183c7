package io.github.incidentadvisor.evidence.coverage;

import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * What the JaCoCo reports in a project's build folders say of some of its lines. A report that is older than any source or test of a
 * line's module is not used for it. Where several speak of a line, one that ran it is enough.
 */
public final class JacocoReports implements TestedLines {
    private final Path root;
    private final List<Module> modules;
    private final List<Spot> spots;
    private final SourceTimes times;
    private final Map<Place, Run> runs = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private JacocoReports(Path root, List<Module> modules, List<Spot> spots) {
        this.root = root;
        this.modules = modules;
        this.spots = spots;
        this.times = new SourceTimes(root);
    }

    /** A line that is asked about, the module whose it is, and its file as a report names it. */
    private record Spot(Place place, Module module, String name) {}

    /**
     * Reads what there is about these lines; where none of them is code that is shipped, nothing is opened.
     *
     * @param root the working directory
     */
    public static TestedLines of(Path root, Inventory head, Collection<Place> asked) {
        List<Spot> spots = asked.stream()
                .distinct()
                .flatMap(place -> spot(place, head.modules()).stream())
                .toList();
        if (spots.isEmpty()) {
            return NONE;
        }
        JacocoReports reports = new JacocoReports(root, head.modules(), spots);
        head.modules().stream()
                .flatMap(module -> ReportFile.of(root, module).stream())
                .forEach(reports::read);
        return reports;
    }

    private static Optional<Spot> spot(Place place, List<Module> modules) {
        for (Module module : modules) {
            for (String folder : module.sources().main()) {
                if (place.file().startsWith(folder + "/")) {
                    return Optional.of(new Spot(place, module, place.file().substring(folder.length() + 1)));
                }
            }
        }
        return Optional.empty();
    }

    private void read(ReportFile report) {
        Set<String> wanted = spots.stream().map(Spot::name).collect(Collectors.toSet());
        try {
            String refused = report.refused(root);
            if (!refused.isEmpty()) {
                unused(report, refused);
                return;
            }
            FileTime written = Files.getLastModifiedTime(report.file());
            try (InputStream in = new ShortTags(new BufferedInputStream(Files.newInputStream(report.file())))) {
                JacocoXml.read(in, wanted).forEach(source -> take(source, report, written));
            }
        } catch (XMLStreamException e) {
            unused(report, "it is no JaCoCo report that can be read: " + firstLine(e));
        } catch (IOException e) {
            unused(report, "it cannot be read");
        }
    }

    private void take(JacocoXml.Source source, ReportFile report, FileTime written) {
        LocalDate on = LocalDate.ofInstant(written.toInstant(), ZoneOffset.UTC);
        Optional<Module> owner = owner(source, report);
        for (Spot spot : spots) {
            Boolean covered = source.lines().get(spot.place().line());
            if (covered == null
                    || !spot.name().equals(source.name())
                    || owner.filter(spot.module()::equals).isEmpty()) {
                continue;
            }
            if (times.areNewerThan(written, spot.module())) {
                unused(
                        report,
                        "it is older than the sources beside " + spot.module().file() + "; run the tests again");
            } else {
                runs.merge(spot.place(), new Run(covered, report.name(), on), (a, b) -> a.covered() ? a : b);
            }
        }
    }

    /**
     * Whose source it is. Maven's aggregate report has a group for each module, named by its artifact id; a report without groups is
     * that of the module that it lies in. Other reports are used where only one module has such a file.
     */
    private Optional<Module> owner(JacocoXml.Source source, ReportFile report) {
        for (String group : source.groups()) {
            List<Module> named = modules.stream()
                    .filter(module -> module.artifact().equals(group))
                    .toList();
            if (named.size() == 1) {
                return Optional.of(named.get(0));
            }
        }
        if (source.groups().isEmpty() && has(report.module(), source.name())) {
            return Optional.of(report.module());
        }
        List<Module> having = modules.stream()
                .filter(module -> has(module, source.name()))
                .limit(2)
                .toList();
        return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
    }

    private boolean has(Module module, String name) {
        try {
            return module.sources().main().stream()
                    .anyMatch(folder -> Files.isRegularFile(root.resolve(folder).resolve(name)));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void unused(ReportFile report, String why) {
        Gap gap = Gap.of("which lines tests run, in " + report.name(), why);
        if (!gaps.contains(gap)) {
            gaps.add(gap);
        }
    }

    /** The parser tells the place on a line of its own. */
    private static String firstLine(XMLStreamException e) {
        String line = String.valueOf(e.getMessage())
                .lines()
                .reduce((first, second) -> second)
                .orElse("");
        return line.replaceFirst("^Message: ", "");
    }

    @Override
    public Optional<Run> of(Place place) {
        return Optional.ofNullable(runs.get(place));
    }

    @Override
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
