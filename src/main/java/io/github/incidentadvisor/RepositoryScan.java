package io.github.incidentadvisor;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.History;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.organisation.Advice;
import io.github.incidentadvisor.organisation.Ledger;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Unread;
import io.github.incidentadvisor.report.Document;
import io.github.incidentadvisor.report.OrganisationJson;
import io.github.incidentadvisor.report.Outputs;
import io.github.incidentadvisor.report.UsesTsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One repository of many, read as a tree: nothing of it is checked out or run. Whatever it holds, it ends in files or in a reason. */
final class RepositoryScan {
    private static final int MOST_POMS = 3_000;
    private static final int MOST_MANIFESTS = 8_000;
    private static final int MOST_COMMITS = 2_000;

    private final Surroundings surroundings;
    private final Advisor.Question question;
    private final ScanFolder out;
    private final Optional<ScanFolder> kept;
    private final ScanKey key;
    private final List<String> formats;
    private final LocalDate today;

    /**
     * @param question of the whole scan; its folder is an empty one
     * @param kept where the last scan left its results, if elsewhere
     * @param formats of the files of each repository
     */
    RepositoryScan(
            Surroundings surroundings,
            Advisor.Question question,
            ScanFolder out,
            Optional<ScanFolder> kept,
            ScanKey key,
            List<String> formats,
            LocalDate today) {
        this.surroundings = surroundings;
        this.question = question;
        this.out = out;
        this.kept = kept;
        this.key = key;
        this.formats = List.copyOf(formats);
        this.today = today;
    }

    /**
     * What became of one.
     *
     * @param requests that left this process for it
     * @param taken whether the former result still holds
     */
    record Outcome(String name, Optional<Unread> unread, int requests, boolean taken) {
        static Outcome not(String name, String reason) {
            return new Outcome(name, Optional.of(new Unread(name, reason)), 0, false);
        }
    }

    Outcome scan(String name, Path clone) {
        try (GitRepository repository = open(clone)) {
            if (repository == null) {
                return Outcome.not(
                        name,
                        Files.exists(clone) ? "holds no git repository" : "is not there: gone, renamed or private");
            }
            Optional<Tree> tree = repository.defaultTree();
            return tree.isEmpty()
                    ? Outcome.not(name, "has no commit, or no default branch that is there")
                    : scan(name, clone, repository, tree.get());
        } catch (AdvisorException e) {
            return Outcome.not(name, e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A clone is anybody's data: one that makes us fail must not cost the others.
            return Outcome.not(name, "could not be read: " + reason(e));
        }
    }

    private static String reason(Throwable e) {
        String text =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + (text.isEmpty() ? "" : ", " + text);
    }

    private static GitRepository open(Path clone) {
        return GitRepository.open(clone).orElse(null);
    }

    private Outcome scan(String name, Path clone, GitRepository repository, Tree tree) {
        String its = key.of(tree.revision().commit());
        Optional<Member> own = out.member(name);
        if (own.filter(member -> member.holds(its, today)).isPresent()) {
            return new Outcome(name, Optional.empty(), 0, true);
        }
        Optional<Member> former = own.or(() -> kept.flatMap(folder -> folder.member(name)));
        if (own.isEmpty() && former.filter(member -> member.holds(its, today)).isPresent()) {
            out.take(name, kept.orElseThrow());
            return new Outcome(name, Optional.empty(), 0, true);
        }
        int poms = count(tree, RepositoryScan::isPom);
        int manifests = count(tree, RepositoryScan::isManifest);
        if (poms > MOST_POMS || manifests > MOST_MANIFESTS) {
            return Outcome.not(
                    name,
                    "has " + poms + " POMs and " + manifests + " files that may be manifests; of one repository "
                            + MOST_POMS + " and " + MOST_MANIFESTS + " are read");
        }
        Advisor.Answer answer = new Advisor(surroundings).scan(question, tree, clone);
        Inventory head = answer.material().inventory().orElse(Inventory.EMPTY);
        int requests = answer.report().usage().requests();
        // Seconds and requests differ from run to run, and the same commit is to give the same bytes.
        Report report = answer.report()
                .with(answer.report().advisories(), answer.report().notChecked(), new Usage(0, 0, Map.of(), Map.of()));
        List<Advice> before = former.map(Member::advice).orElse(List.of());
        Member member = new Member(
                name,
                tree.revision().commit(),
                today,
                answer.until(),
                its,
                poms,
                report.notChecked().size(),
                Ledger.next(before, report, head, advice -> wasReverted(advice, repository, tree)));
        Map<String, Optional<byte[]>> files =
                new LinkedHashMap<>(Document.files(formats, answer.in(report).material()));
        files.put("uses.tsv", Optional.of(UsesTsv.write(head)));
        files.put("state.json", Optional.empty());
        Outputs.write(out.of(name), files);
        Outputs.write(out.of(name), Map.of("state.json", Optional.of(OrganisationJson.write(member))));
        return new Outcome(name, Optional.empty(), requests, false);
    }

    private static int count(Tree tree, java.util.function.Predicate<String> which) {
        return (int) tree.entries().stream().map(Tree.Entry::path).filter(which).count();
    }

    static boolean isPom(String path) {
        return path.equals("pom.xml") || path.endsWith("/pom.xml") || path.endsWith(".pom");
    }

    private static boolean isManifest(String path) {
        return path.matches("(?i).*(?:\\.ya?ml|\\.tf|\\.hcl|\\.template|(?:^|/)[^/]*Dockerfile[^/]*)");
    }

    /** Whether a line of the files in question went to the advised version since the last look, and back. */
    private static boolean wasReverted(Advice advice, GitRepository repository, Tree tree) {
        String now = tree.revision().commit();
        if (!advice.target().isKnown()
                || advice.commit().isEmpty()
                || advice.commit().equals(now)) {
            return false;
        }
        String target = advice.target().text();
        List<String> froms = advice.had().stream()
                .map(had -> had.version().unpinned().text())
                .toList();
        History history =
                History.of(repository, now, Optional.of(advice.commit()), advice.files()::contains, MOST_COMMITS);
        boolean back = false;
        for (History.Commit commit : history.steps()) {
            for (History.Hunk hunk : commit.hunks()) {
                boolean there = has(hunk.added(), List.of(target)) && has(hunk.removed(), froms);
                if (there && back) {
                    return true;
                }
                back |= has(hunk.removed(), List.of(target)) && has(hunk.added(), froms);
            }
        }
        return false;
    }

    private static boolean has(List<String> lines, List<String> texts) {
        List<String> some = new ArrayList<>(texts);
        return lines.stream().anyMatch(line -> some.stream().anyMatch(line::contains));
    }
}
