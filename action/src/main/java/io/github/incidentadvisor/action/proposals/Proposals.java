package io.github.incidentadvisor.action.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.action.proposals.Proposal.Edited;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.report.Markdown;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Branches and draft pull requests for the migrations that were begun beside a scan's report. */
public final class Proposals {
    private static final String MARK = "<!-- incident-advisor:proposal -->";

    private final Hub hub;
    private final int most;

    /** Workflow files are beyond a workflow's own token, whatever its permissions. */
    private final boolean workflows;

    private final List<String> notices = new ArrayList<>();

    /**
     * @param most draft pull requests of ours that may be open at once
     * @param workflows whether the token may change workflow files
     */
    public Proposals(Hub hub, int most, boolean workflows) {
        this.hub = hub;
        this.most = most;
        this.workflows = workflows;
    }

    /** What people who run this should know, in our own words; {@code folder} is the report's. */
    public List<String> publish(Path folder) {
        try {
            List<Path> files = begun(folder);
            if (most > 0 && !files.isEmpty()) {
                publish(files);
            }
        } catch (IOException e) {
            notices.add("No migration was proposed: " + Refusal.of(e).text() + ".");
        }
        return List.copyOf(notices);
    }

    private static List<Path> begun(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("migration-mig-[0-9a-f]{6}\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private void publish(List<Path> files) throws IOException {
        JsonNode repository = hub.get("");
        String main = repository.path("default_branch").asText();
        Optional<String> tip = tip(main);
        if (tip.isEmpty()) {
            notices.add("No migration was proposed: the repository has no default branch, or nothing is on it.");
            return;
        }
        List<JsonNode> pulls = hub.list("/pulls?state=open&base=" + URLEncoder.encode(main, StandardCharsets.UTF_8));
        long open = pulls.stream()
                .filter(pull -> pull.at("/head/ref").asText().startsWith("incident-advisor/"))
                .count();
        for (Path file : files) {
            try {
                open += propose(Proposal.read(file), main, tip.get(), open < most) ? 1 : 0;
            } catch (AdvisorException e) {
                notices.add(file.getFileName() + " is not used: " + e.getMessage() + ".");
            } catch (IOException e) {
                Refusal refusal = Refusal.of(e);
                notices.add("A migration was not proposed: " + refusal.text() + ".");
                if (refusal.endsAll() || refusal.kind() != Refusal.Kind.CONTENT) {
                    return;
                }
            }
        }
    }

    /** The commit that a branch is at; an empty repository names a default branch that is not there, and answers 409. */
    private Optional<String> tip(String branch) throws IOException {
        if (branch.isEmpty() || branch.equals("null")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    hub.get("/git/ref/heads/" + branch).at("/object/sha").asText());
        } catch (IOException e) {
            Refusal refusal = Refusal.of(e);
            if (refusal.kind() == Refusal.Kind.MISSING && refusal.status() == 404 || refusal.status() == 409) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a pull request was opened. */
    private boolean propose(Proposal proposal, String main, String tip, boolean mayOpen) throws IOException {
        List<Edited> files = proposal.files().stream()
                .filter(file -> workflows || !file.isWorkflow())
                .toList();
        if (files.size() < proposal.files().size()) {
            notices.add("Workflow files of " + proposal.id()
                    + " are left to a person: a workflow's own token may not change them.");
        }
        Branch branch = new Branch(hub, proposal);
        List<JsonNode> pulls = pulls(branch);
        boolean closed = !pulls.isEmpty() && pulls.stream().noneMatch(Proposals::isOpen);
        if (files.isEmpty() || closed || pulls.isEmpty() && !mayOpen) {
            return false;
        }
        Branch.Outcome outcome = branch.write(tip, files);
        switch (outcome) {
            case MOVED ->
                notices.add(proposal.id() + " was made for another state of the default branch; the next scan has it.");
            case THEIRS -> notices.add("Somebody has committed on " + branch.name() + "; it is left to them.");
            case WRITTEN, SAME -> {
                return open(proposal, branch, files, main, pulls);
            }
            default -> throw new AssertionError(outcome);
        }
        return false;
    }

    private static boolean isOpen(JsonNode pull) {
        return pull.path("state").asText().equals("open");
    }

    private List<JsonNode> pulls(Branch branch) throws IOException {
        String owner = hub.repository().replaceFirst("/.*", "");
        return hub.list(
                "/pulls?state=all&head=" + URLEncoder.encode(owner + ":" + branch.name(), StandardCharsets.UTF_8));
    }

    private boolean open(Proposal proposal, Branch branch, List<Edited> files, String main, List<JsonNode> there)
            throws IOException {
        String body = body(proposal, files);
        for (JsonNode pull : there) {
            if (isOpen(pull)) {
                update(pull, body);
                return false;
            }
        }
        try {
            hub.send(
                    "POST",
                    "/pulls",
                    Hub.object()
                            .put("title", proposal.title())
                            .put("head", branch.name())
                            .put("base", main)
                            .put("body", body)
                            .put("draft", true));
            return true;
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.EXISTS) {
                throw e;
            }
            for (JsonNode pull : pulls(branch)) {
                if (isOpen(pull)) {
                    update(pull, body);
                }
            }
            return false;
        }
    }

    /** Its body only, and only while it is ours. */
    private void update(JsonNode pull, String body) throws IOException {
        String now = pull.path("body").asText("").replace("\r\n", "\n");
        if (now.startsWith(MARK) && !now.equals(body)) {
            ObjectNode change = Hub.object().put("body", body);
            hub.send("PATCH", "/pulls/" + pull.path("number").asInt(), change);
        }
    }

    private static String body(Proposal proposal, List<Edited> files) {
        List<String> lines = new ArrayList<>();
        lines.add(MARK);
        lines.add(Markdown.text(proposal.trigger()));
        lines.add("");
        lines.add("The mechanical part of it, in " + files.size() + (files.size() == 1 ? " file" : " files")
                + ". Nothing was built or run; this is a draft for a person to finish and to merge.");
        list("**Breaks as it stands**, measured:", proposal.breaks(), lines);
        list("**Left to do**", proposal.leftToDo(), lines);
        List<String> left = proposal.files().stream()
                .filter(file -> !files.contains(file))
                .map(Edited::path)
                .toList();
        list("**Left out**, since a workflow's own token may not change them:", left, lines);
        return String.join("\n", lines);
    }

    private static void list(String title, List<String> all, List<String> lines) {
        if (!all.isEmpty()) {
            lines.add("");
            lines.add(title);
            all.forEach(one -> lines.add("- " + Markdown.text(one)));
        }
    }
}
