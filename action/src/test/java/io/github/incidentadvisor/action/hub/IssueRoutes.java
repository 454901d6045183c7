package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Issues and milestones. Pull requests are issues to GitHub, and stand in its lists of them. */
final class IssueRoutes {
    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_TITLE = 256;

    private final Store store;

    IssueRoutes(Store store, Routes routes) {
        this.store = store;
        List<String> write = List.of("issues=write", "pull_requests=write");
        routes.on("GET", "/issues", List.of("issues=read"), this::listIssues);
        routes.on("POST", "/issues", List.of("issues=write"), this::createIssue);
        routes.on("GET", "/issues/{issue_number}", List.of("issues=read", "pull_requests=read"), this::issue);
        routes.on("PATCH", "/issues/{issue_number}", write, this::editIssue);
        routes.on(
                "GET",
                "/milestones",
                List.of("issues=read"),
                asked -> Reply.ok(Reply.array(store.milestones.values())));
        routes.on("POST", "/milestones", List.of("issues=write"), this::createMilestone);
    }

    private Reply listIssues(Asked asked) {
        String state = asked.query().getOrDefault("state", "open");
        String creator = asked.query().getOrDefault("creator", "");
        List<String> labels = List.of(asked.query().getOrDefault("labels", "").split(","));
        List<ObjectNode> all = new ArrayList<>(store.issues.values());
        store.pulls.forEach((number, pull) -> {
            ObjectNode issue = Reply.object()
                    .put("number", number)
                    .put("title", "A change")
                    .put("id", number);
            issue.set("state", pull.get("state"));
            issue.set("user", pull.get("user"));
            issue.set("labels", pull.withArray("labels"));
            issue.putObject("pull_request");
            all.add(issue);
        });
        return Reply.ok(Reply.array(all.stream()
                .filter(one -> state.equals("all") || one.path("state").asText().equals(state))
                .filter(one ->
                        creator.isEmpty() || one.at("/user/login").asText().equals(creator))
                .filter(one -> labels.get(0).isEmpty() || store.labelNames(one).containsAll(labels))
                .toList()));
    }

    private Reply createIssue(Asked asked) {
        if (!store.issuesEnabled) {
            return Reply.refused(410, "Issues are disabled for this repo");
        }
        if (asked.text("body").length() > LONGEST_BODY) {
            return Reply.tooLong("Issue");
        }
        if (asked.text("title").isBlank() || asked.text("title").length() > LONGEST_TITLE) {
            return Reply.refused(422, "Validation Failed");
        }
        for (JsonNode login : asked.body().path("assignees")) {
            if (!store.users.contains(login.asText())) {
                return Reply.refused(422, "Validation Failed");
            }
        }
        int number = store.nextNumber();
        ObjectNode issue =
                Reply.object().put("number", number).put("state", "open").put("locked", false);
        issue.put("title", asked.text("title")).put("body", asked.text("body")).put("id", store.nextId());
        issue.put("html_url", "https://github.test/" + store.owner + "/" + store.name + "/issues/" + number);
        issue.set("user", Reply.account(asked.by()));
        issue.set("labels", store.labelled(asked.body().path("labels")));
        ArrayNode assignees = issue.putArray("assignees");
        asked.body().path("assignees").forEach(login -> assignees.addObject().put("login", login.asText()));
        ObjectNode milestone =
                store.milestones.get(asked.body().path("milestone").asInt());
        if (milestone != null) {
            issue.set("milestone", milestone);
        }
        issue.put("created_at", store.now());
        store.issues.put(number, issue);
        return Reply.created(issue);
    }

    private Reply issue(Asked asked) {
        return Reply.found(store.issues, asked.number("issue_number"));
    }

    private Reply editIssue(Asked asked) {
        ObjectNode issue = store.issues.get(asked.number("issue_number"));
        if (issue == null) {
            return Reply.notFound();
        }
        if (asked.text("body").length() > LONGEST_BODY) {
            return Reply.tooLong("Issue");
        }
        boolean wasOpen = issue.path("state").asText().equals("open");
        for (String field : List.of("state", "state_reason", "title", "body")) {
            if (asked.body().hasNonNull(field)) {
                issue.set(field, asked.body().get(field));
            }
        }
        boolean isOpen = issue.path("state").asText().equals("open");
        if (wasOpen && !isOpen) {
            issue.put("closed_at", store.now());
        } else if (isOpen) {
            issue.putNull("closed_at");
        }
        if (asked.body().has("labels")) {
            issue.set("labels", store.labelled(asked.body().get("labels")));
        }
        return Reply.ok(issue);
    }

    private Reply createMilestone(Asked asked) {
        boolean there = store.milestones.values().stream()
                .anyMatch(one -> one.path("title").asText().equals(asked.text("title")));
        if (there) {
            return Reply.refused(422, "Validation Failed");
        }
        int number = store.milestones.size() + 1;
        ObjectNode milestone = Reply.object()
                .put("number", number)
                .put("title", asked.text("title"))
                .put("state", "open");
        milestone.put("due_on", asked.text("due_on")).put("id", store.nextId());
        store.milestones.put(number, milestone);
        return Reply.created(milestone);
    }
}
