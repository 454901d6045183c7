package io.github.incidentadvisor.action.issues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The issues of a repository, as far as they are ours. */
final class Tracker {
    private static final int MOST_ASSIGNEES = 10;
    private static final List<String> CODEOWNERS = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

    private final Hub hub;
    private final String author;
    private final String scope;
    private final boolean milestones;
    private Optional<Owners> owners = Optional.empty();

    /**
     * @param scope issues of another are left alone
     * @param milestones whether new issues get one by the month of their deadline
     */
    Tracker(Hub hub, String author, String scope, boolean milestones) {
        this.hub = hub;
        this.author = author;
        this.scope = scope;
        this.milestones = milestones;
    }

    /** All that our account wrote, open and closed, by label and by author: either of the two can fail us. */
    List<Existing> existing() throws IOException {
        Map<Integer, Existing> all = new TreeMap<>();
        for (String by :
                List.of("labels=" + Existing.LABEL, "creator=" + URLEncoder.encode(author, StandardCharsets.UTF_8))) {
            for (JsonNode issue : hub.list("/issues?state=all&" + by)) {
                boolean ours = issue.at("/user/login").asText("").equalsIgnoreCase(author);
                Existing one = Existing.of(issue);
                boolean here = one.standing().map(Standing::scope).orElse(scope).equals(scope);
                if (ours && here && !issue.has("pull_request")) {
                    all.put(one.number(), one);
                }
            }
        }
        return List.copyOf(all.values());
    }

    void take(Step step) throws IOException {
        if (step instanceof Step.Open open) {
            open(open);
        } else if (step instanceof Step.Edit edit) {
            ObjectNode body = Hub.object().put("body", edit.body());
            if (!edit.title().isEmpty()) {
                body.put("title", edit.title());
            }
            patch(edit.issue(), body);
            comment(edit.issue(), edit.comment());
        } else if (step instanceof Step.Reopen reopen) {
            patch(
                    reopen.issue(),
                    Hub.object()
                            .put("state", "open")
                            .put("state_reason", "reopened")
                            .put("body", reopen.body()));
            comment(reopen.issue(), reopen.comment());
        } else if (step instanceof Step.Close close) {
            // First said, then closed: whoever reads the mail of the closing finds the reason above it.
            comment(close.issue(), close.comment());
            patch(
                    close.issue(),
                    Hub.object()
                            .put("state", "closed")
                            .put("state_reason", close.comment().isEmpty() ? "not_planned" : "completed")
                            .put("body", close.body()));
        } else {
            throw new AssertionError(step);
        }
    }

    private void patch(Existing issue, ObjectNode body) throws IOException {
        hub.send("PATCH", "/issues/" + issue.number(), body);
    }

    private void comment(Existing issue, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        try {
            hub.send(
                    "POST",
                    "/issues/" + issue.number() + "/comments",
                    Hub.object().put("body", text));
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.LOCKED) {
                throw e;
            }
        }
    }

    private void open(Step.Open open) throws IOException {
        ObjectNode issue = Hub.object().put("title", open.title()).put("body", open.body());
        issue.putArray("labels").add(Existing.LABEL);
        List<String> files =
                open.migration().places().stream().map(Place::file).distinct().toList();
        ArrayNode assignees = issue.putArray("assignees");
        owners().people(files, MOST_ASSIGNEES).forEach(assignees::add);
        if (milestones) {
            milestone(open.migration()).ifPresent(number -> issue.put("milestone", number));
        }
        try {
            create(issue, open.migration());
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.CONTENT || assignees.isEmpty()) {
                throw e;
            }
            // An owner who has left is no account any more.
            issue.remove("assignees");
            create(issue, open.migration());
        }
    }

    private void create(ObjectNode issue, Migration migration) throws IOException {
        try {
            hub.send("POST", "/issues", issue);
        } catch (IOException e) {
            if (Refusal.of(e).kind() != Refusal.Kind.ACCIDENT) {
                throw e;
            }
            // The answer was lost, and the issue may be there all the same.
            boolean there = existing().stream()
                    .anyMatch(one -> one.open()
                            && one.standing()
                                    .map(standing -> standing.id().equals(migration.id()))
                                    .orElse(false));
            if (!there) {
                hub.send("POST", "/issues", issue);
            }
        }
    }

    /** Of the default branch, which a pull request cannot change by itself. */
    private Owners owners() throws IOException {
        if (owners.isEmpty()) {
            owners = Optional.of(Owners.of(codeowners()));
        }
        return owners.get();
    }

    private String codeowners() throws IOException {
        for (String path : CODEOWNERS) {
            try {
                JsonNode file = hub.get("/contents/" + path);
                if (file.path("encoding").asText().equals("base64")) {
                    return new String(
                            Base64.getMimeDecoder().decode(file.path("content").asText()), StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                Refusal.Kind kind = Refusal.of(e).kind();
                if (kind == Refusal.Kind.PERMISSION) {
                    return "";
                }
                if (kind != Refusal.Kind.MISSING) {
                    throw e;
                }
            }
        }
        return "";
    }

    private Optional<Integer> milestone(Migration migration) throws IOException {
        Deadline deadline = migration.deadline();
        if (!deadline.isKnown()) {
            return Optional.empty();
        }
        String title = "due by " + deadline.on().format(DateTimeFormatter.ofPattern("yyyy-MM"));
        for (JsonNode one : hub.list("/milestones?state=open")) {
            if (one.path("title").asText().equals(title)) {
                return Optional.of(one.path("number").asInt());
            }
        }
        JsonNode made = hub.send(
                "POST",
                "/milestones",
                Hub.object()
                        .put("title", title)
                        .put(
                                "due_on",
                                deadline.on().withDayOfMonth(deadline.on().lengthOfMonth()) + "T12:00:00Z"));
        return Optional.of(made.path("number").asInt());
    }

    /** Closes what another scan opened at the same time, beyond the oldest issue of each migration. */
    List<Step.Close> twice(Report report) throws IOException {
        Set<String> seen = new HashSet<>();
        List<Step.Close> more = new ArrayList<>();
        for (Existing issue : existing()) {
            Optional<Standing> standing = issue.open() ? issue.standing() : Optional.empty();
            if (standing.isPresent() && !seen.add(standing.get().id())) {
                Standing last = standing.get()
                        .ended(
                                Standing.Ended.TWICE,
                                report.asOf(),
                                report.head().commit());
                more.add(new Step.Close(issue, IssueBody.remembering(issue.body(), last), ""));
            }
        }
        return more;
    }
}
