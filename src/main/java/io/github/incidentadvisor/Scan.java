package io.github.incidentadvisor;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.Part;
import io.github.incidentadvisor.organisation.Shards;
import io.github.incidentadvisor.organisation.Unread;
import io.github.incidentadvisor.organisation.Who;
import io.github.incidentadvisor.report.Outputs;
import io.github.incidentadvisor.report.ScanJson;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state of a project or of many repositories. Of many, each is read on its own and what is found is written at once, so that a
 * run that is stopped goes on where it was, and no more is held than is being read.
 */
public final class Scan {
    private final Surroundings surroundings;
    private final Advisor.Question question;
    private final Settings settings;
    private final LocalDate today;

    private Scan(Surroundings surroundings, Advisor.Question question, Settings settings) {
        this.surroundings = surroundings;
        this.question = question;
        this.settings = settings;
        this.today = settings.day(Setting.TODAY).orElseGet(() -> LocalDate.now(surroundings.clock()));
    }

    /** The present project. */
    public static Advisor.Answer present(Surroundings surroundings, Advisor.Question question) {
        return new Advisor(surroundings).scan(question);
    }

    /** Whether the settings ask for more than the present project. */
    public static boolean isOfMany(Advisor.Question question) {
        Settings settings = settings(question);
        return !settings.list(Setting.REPOSITORIES).isEmpty()
                || settings.optional(Setting.MERGE).isPresent();
    }

    /**
     * Many: a plan of shards, one shard, all of them, or the merge of shards that others scanned.
     *
     * @return what to tell whoever waits
     * @throws AdvisorException for what the user has to mend
     */
    public static List<String> many(Surroundings surroundings, Advisor.Question question) {
        Settings settings = settings(question);
        settings.list(Setting.WHO).forEach(Who::parse);
        return new Scan(surroundings, question, settings).run();
    }

    private static Settings settings(Advisor.Question question) {
        // Where many are scanned no project is present, whose file could say anything.
        return Settings.of(List.of(
                        new Settings.Layer("the command line", question.commandLine()),
                        new Settings.Layer("pom.xml", question.pom())))
                .checked();
    }

    private List<String> run() {
        ScanFolder out =
                new ScanFolder(ReportFolder.of(question.where(), settings).path());
        Optional<String> merge = settings.optional(Setting.MERGE);
        if (merge.isPresent()) {
            Path from = question.where().resolve(merge.get()).normalize();
            return finished(out, Merge.parts(from));
        }
        RepositoryList all = RepositoryList.of(settings.list(Setting.REPOSITORIES), question.where());
        if (settings.optional(Setting.SHARDS).isPresent()) {
            return planned(out, all);
        }
        Part part = part(all, out);
        return read(part, all, out);
    }

    private Shards plan(String file) {
        Path at = question.where().resolve(file).normalize();
        try {
            return ScanJson.readPlan(Files.readAllBytes(at));
        } catch (IOException e) {
            throw new AdvisorException(
                    "The plan " + at + " cannot be read: " + e.getMessage() + ". "
                            + "'scan -Dincident-advisor.shards=16' writes one.",
                    e);
        }
    }

    /** Writes who reads what, and a list for each. */
    private List<String> planned(ScanFolder out, RepositoryList all) {
        Shards shards = Shards.of(poms(all, out), settings.number(Setting.SHARDS));
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        files.put("plan.json", Optional.of(ScanJson.write(shards)));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= shards.all().size(); i++) {
            if (!shards.shard(i).isEmpty()) {
                numbers.add(i);
                files.put("shard-" + i + ".txt", Optional.of(lines(shards.shard(i))));
            }
        }
        files.put("shards.json", Optional.of((numbers + "\n").getBytes(StandardCharsets.UTF_8)));
        Outputs.write(out.path(), files);
        return List.of(all.clones().size() + " repositories in " + numbers.size() + " shards: "
                + out.path().resolve("plan.json"));
    }

    private static byte[] lines(List<String> names) {
        return (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** From the clones, else from the last scan. */
    private Map<String, Integer> poms(RepositoryList all, ScanFolder out) {
        Map<String, Integer> known = new TreeMap<>();
        before(out).ifPresent(last -> last.members().forEach(member -> known.put(member.name(), member.poms())));
        Map<String, Integer> poms = new TreeMap<>();
        all.clones().forEach((name, clone) -> poms.put(name, poms(clone, known.getOrDefault(name, 0))));
        return poms;
    }

    private static int poms(Path clone, int otherwise) {
        try (GitRepository repository = GitRepository.open(clone).orElse(null)) {
            Optional<Tree> tree = repository == null ? Optional.empty() : repository.defaultTree();
            return tree.map(it -> (int) it.entries().stream()
                            .filter(entry -> RepositoryScan.isPom(entry.path()))
                            .count())
                    .orElse(otherwise);
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    private Part part(RepositoryList all, ScanFolder out) {
        Optional<String> shard = settings.optional(Setting.SHARD);
        if (shard.isEmpty()) {
            return new Part(1, 1, today, all.names(), List.of(), false);
        }
        Optional<String> plan = settings.optional(Setting.PLAN);
        if (!shard.get().matches(plan.isPresent() ? "\\d{1,3}" : "\\d{1,3}/\\d{1,3}")) {
            throw new AdvisorException("shard is '" + shard.get() + "'; it must be such as 3/16, or with a plan 3.");
        }
        int number = Integer.parseInt(shard.get().replaceFirst("/.*", ""));
        Shards shards = plan.map(this::plan)
                .orElseGet(() ->
                        Shards.of(poms(all, out), Integer.parseInt(shard.get().replaceFirst(".*/", ""))));
        return new Part(number, shards.all().size(), today, shards.shard(number), List.of(), false);
    }

    private List<String> read(Part part, RepositoryList all, ScanFolder out) {
        out.write(part);
        List<String> formats = new ArrayList<>(settings.formats());
        formats.remove("console");
        if (!formats.contains("json")) {
            formats.add("json");
        }
        RepositoryScan scan = new RepositoryScan(
                new Surroundings(
                        surroundings.maven(),
                        surroundings.cacheHome(),
                        surroundings.proxies(),
                        surroundings.clock(),
                        surroundings.nanos(),
                        Progress.SILENT,
                        surroundings.environment(),
                        surroundings.vulnerabilities()),
                new Advisor.Question(empty(out), question.commandLine(), question.pom()),
                out,
                kept(),
                ScanKey.of(settings, today),
                formats,
                today);
        List<RepositoryScan.Outcome> outcomes = each(part, all, scan);
        List<Unread> unread =
                outcomes.stream().flatMap(one -> one.unread().stream()).toList();
        Part done = new Part(part.number(), part.of(), today, part.repositories(), unread, true);
        out.write(done);
        int requests =
                outcomes.stream().mapToInt(RepositoryScan.Outcome::requests).sum();
        long taken = outcomes.stream().filter(RepositoryScan.Outcome::taken).count();
        String spent = (outcomes.size() - unread.size()) + " repositories read, " + taken + " of them as before, "
                + unread.size() + " not; " + requests + " requests";
        List<String> lines = new ArrayList<>();
        lines.add(spent);
        if (part.of() == 1) {
            lines.addAll(finished(out, List.of(new Merge.Piece(out, done))));
        }
        return lines;
    }

    /** As many at a time as there are processors. */
    private List<RepositoryScan.Outcome> each(Part part, RepositoryList all, RepositoryScan scan) {
        int total = part.repositories().size();
        AtomicInteger begun = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.max(1, Math.min(total, Runtime.getRuntime().availableProcessors())));
        try {
            Map<String, Future<RepositoryScan.Outcome>> running = new LinkedHashMap<>();
            for (String name : part.repositories()) {
                Path clone = all.clones().get(name);
                running.put(name, workers.submit(() -> {
                    surroundings.progress().begins(begun.incrementAndGet() + " of " + total + ": " + name);
                    return clone == null
                            ? RepositoryScan.Outcome.not(name, "is not among the clones: gone, renamed or private")
                            : scan.scan(name, clone);
                }));
            }
            List<RepositoryScan.Outcome> outcomes = new ArrayList<>();
            for (Map.Entry<String, Future<RepositoryScan.Outcome>> one : running.entrySet()) {
                outcomes.add(outcome(one.getKey(), one.getValue()));
            }
            return outcomes;
        } finally {
            workers.shutdownNow();
        }
    }

    private static RepositoryScan.Outcome outcome(String name, Future<RepositoryScan.Outcome> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdvisorException("The scan was stopped; run it again and it goes on where it was.", e);
        } catch (java.util.concurrent.ExecutionException e) {
            return RepositoryScan.Outcome.not(name, "could not be read: " + e.getCause());
        }
    }

    private static Path empty(ScanFolder out) {
        Path empty = out.path().resolve("empty");
        try {
            Files.createDirectories(empty);
            return empty;
        } catch (IOException e) {
            throw new AdvisorException(empty + " cannot be made: " + e.getMessage() + ". Set outputDirectory.", e);
        }
    }

    private Optional<ScanFolder> kept() {
        return settings.optional(Setting.STATE)
                .map(folder -> new ScanFolder(question.where().resolve(folder).normalize()));
    }

    /** The last scan that came to its end. */
    private Optional<Organisation> before(ScanFolder out) {
        return out.organisation().or(() -> kept().flatMap(ScanFolder::organisation));
    }

    private List<String> finished(ScanFolder out, List<Merge.Piece> pieces) {
        surroundings.progress().begins("putting the report on all of them together");
        Optional<Organisation> before = before(out);
        List<Who> questions =
                settings.list(Setting.WHO).stream().map(Who::parse).toList();
        Organisation all = new Merge(
                        pieces, out, settings.optional(Setting.PLAN).map(this::plan))
                .organisation(today, questions, before);
        return Merge.deliver(all, out);
    }
}
