package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the server does for each operation that it plays: GitHub's rules beyond the shape of requests stand here. */
final class Routes {
    private static final int LONGEST_BODY = 65_536;

    /**
     * How an operation is played.
     *
     * @param needs permissions of which one is enough, as {@code name=level}
     */
    record Route(List<String> needs, Function<Asked, Reply> play) {}

    private final Store store;
    private final Map<String, Route> routes = new TreeMap<>();

    Routes(Store store) {
        this.store = store;
        String repo = "/repos/{owner}/{repo}";
        on("GET /user", List.of(), this::user);
        on("GET " + repo, List.of("metadata=read"), asked -> Reply.ok(repository()));

        on("GET " + repo + "/issues", List.of("issues=read"), this::listIssues);
        on("POST " + repo + "/issues", List.of("issues=write"), this::createIssue);
        on("GET " + repo + "/issues/{issue_number}", List.of("issues=read", "pull_requests=read"), this::issue);
        on("PATCH " + repo + "/issues/{issue_number}", List.of("issues=write", "pull_requests=write"), this::editIssue);
        List<String> talk = List.of("issues=write", "pull_requests=write");
        List<String> listen = List.of("issues=read", "pull_requests=read");
        on("GET " + repo + "/issues/{issue_number}/comments", listen, this::listComments);
        on("POST " + repo + "/issues/{issue_number}/comments", talk, this::comment);
        on(
                "GET " + repo + "/issues/comments/{comment_id}",
                listen,
                asked -> found(store.comments, asked, "comment_id"));
        on("PATCH " + repo + "/issues/comments/{comment_id}", talk, this::editComment);
        on("DELETE " + repo + "/issues/comments/{comment_id}", talk, asked -> deleted(store.comments, asked));
        on("GET " + repo + "/issues/{issue_number}/labels", listen, this::labelsOfIssue);
        on("POST " + repo + "/issues/{issue_number}/labels", talk, this::addLabels);
        on("DELETE " + repo + "/issues/{issue_number}/labels/{name}", talk, this::removeLabel);
        on("GET " + repo + "/labels", listen, asked -> Reply.ok(array(store.labels.values())));
        on("POST " + repo + "/labels", talk, this::createLabel);
        on("GET " + repo + "/labels/{name}", listen, this::label);

        on("GET " + repo + "/pulls", List.of("pull_requests=read"), this::listPulls);
        on("POST " + repo + "/pulls", List.of("pull_requests=write"), this::createPull);
        on("GET " + repo + "/pulls/{pull_number}", List.of("pull_requests=read"), this::pull);
        on("PATCH " + repo + "/pulls/{pull_number}", List.of("pull_requests=write"), this::editPull);
        on("GET " + repo + "/pulls/{pull_number}/files", List.of("pull_requests=read"), this::files);
        on("GET " + repo + "/pulls/{pull_number}/reviews", List.of("pull_requests=read"), this::reviews);
        on("POST " + repo + "/pulls/{pull_number}/reviews", List.of("pull_requests=write"), this::review);
        on("GET " + repo + "/pulls/{pull_number}/comments", List.of("pull_requests=read"), this::reviewComments);
        on("PATCH " + repo + "/pulls/comments/{comment_id}", List.of("pull_requests=write"), this::editReviewComment);
        on(
                "DELETE " + repo + "/pulls/comments/{comment_id}",
                List.of("pull_requests=write"),
                asked -> deleted(store.reviewComments, asked));

        on("POST " + repo + "/check-runs", List.of("checks=write"), this::createCheckRun);
        on("GET " + repo + "/check-runs/{check_run_id}", List.of("checks=read"), this::checkRun);
        on("PATCH " + repo + "/check-runs/{check_run_id}", List.of("checks=write"), this::editCheckRun);
        on("GET " + repo + "/check-runs/{check_run_id}/annotations", List.of("checks=read"), this::annotations);
        on("GET " + repo + "/commits/{ref}/check-runs", List.of("checks=read"), this::checkRuns);
        on("POST " + repo + "/code-scanning/sarifs", List.of("security_events=write"), this::sarif);

        on("GET " + repo + "/git/ref/{ref}", List.of("contents=read"), this::ref);
        on("POST " + repo + "/git/refs", List.of("contents=write"), this::createRef);
        on("PATCH " + repo + "/git/refs/{ref}", List.of("contents=write"), this::moveRef);
        on("DELETE " + repo + "/git/refs/{ref}", List.of("contents=write"), this::deleteRef);
    }

    private void on(String operation, List<String> needs, Function<Asked, Reply> play) {
        routes.put(operation, new Route(needs, play));
    }

    Route of(String operation) {
        return routes.get(operation);
    }

    // Who and where

    private Reply user(Asked asked) {
        return asked.by().type().equals("Bot")
                ? Reply.refused(403, "Resource not accessible by integration")
                : Reply.ok(account(asked.by()));
    }

    private static ObjectNode account(Caller caller) {
        return object().put("login", caller.login()).put("type", caller.type()).put("id", 7);
    }

    private ObjectNode repository() {
        ObjectNode at = object().put("id", 1).put("name", store.name).put("full_name", store.owner + "/" + store.name);
        at.set("owner", object().put("login", store.owner).put("type", "Organization"));
        at.put("has_issues", store.issuesEnabled).put("default_branch", "main");
        return at;
    }

    // Issues and comments

    private Reply listIssues(Asked asked) {
        String state = asked.query().getOrDefault("state", "open");
        List<String> labels = List.of(asked.query().getOrDefault("labels", "").split(","));
        return Reply.ok(array(store.issues.values().stream()
                .filter(one -> state.equals("all") || one.path("state").asText().equals(state))
                .filter(one -> labels.get(0).isEmpty() || names(one).containsAll(labels))
                .toList()));
    }

    private static List<String> names(JsonNode issue) {
        List<String> names = new ArrayList<>();
        issue.path("labels").forEach(label -> names.add(label.path("name").asText()));
        return names;
    }

    private Reply createIssue(Asked asked) {
        if (!store.issuesEnabled) {
            return Reply.refused(410, "Issues are disabled for this repo");
        }
        int number = store.nextNumber();
        ObjectNode issue = object().put("number", number).put("state", "open").put("locked", false);
        issue.put("title", asked.text("title")).put("body", asked.text("body")).put("id", store.nextId());
        issue.set("user", account(asked.by()));
        issue.set("labels", labelled(asked.body().path("labels")));
        issue.put("created_at", store.now());
        store.issues.put(number, issue);
        return Reply.created(issue);
    }

    private ArrayNode labelled(JsonNode given) {
        ArrayNode labels = Contract.MAPPER.createArrayNode();
        given.forEach(one -> {
            String name = one.isTextual() ? one.asText() : one.path("name").asText();
            store.labels.computeIfAbsent(name, this::newLabel);
            labels.add(store.labels.get(name));
        });
        return labels;
    }

    private ObjectNode newLabel(String name) {
        return object().put("id", store.nextId())
                .put("name", name)
                .put("color", "ededed")
                .put("default", false);
    }

    private Reply issue(Asked asked) {
        return found(store.issues, asked.number("issue_number"));
    }

    private Reply editIssue(Asked asked) {
        ObjectNode issue = store.issues.get(asked.number("issue_number"));
        if (issue == null) {
            return Reply.notFound();
        }
        for (String field : List.of("state", "state_reason", "title", "body")) {
            if (asked.body().hasNonNull(field)) {
                issue.set(field, asked.body().get(field));
            }
        }
        if (asked.body().has("labels")) {
            issue.set("labels", labelled(asked.body().get("labels")));
        }
        return Reply.ok(issue);
    }

    private Reply listComments(Asked asked) {
        int number = asked.number("issue_number");
        return store.has(number)
                ? Reply.ok(array(store.comments.entrySet().stream()
                        .filter(one -> store.issueOfComment.get(one.getKey()) == number)
                        .map(Map.Entry::getValue)
                        .toList()))
                : Reply.notFound();
    }

    private Reply comment(Asked asked) {
        int number = asked.number("issue_number");
        if (!store.has(number)) {
            return Reply.notFound();
        }
        if (store.isLocked(number)) {
            return Reply.refused(403, "Unable to create comment because issue is locked.");
        }
        if (asked.text("body").length() > LONGEST_BODY) {
            return tooLong("IssueComment");
        }
        return Reply.created(addComment(number, asked.text("body"), asked.by()));
    }

    ObjectNode addComment(int number, String body, Caller by) {
        long id = store.nextId();
        ObjectNode comment = object().put("id", id).put("body", body);
        comment.put("created_at", store.now())
                .put("updated_at", comment.get("created_at").asText());
        comment.put(
                "html_url",
                "https://github.test/" + store.owner + "/" + store.name + "/pull/" + number + "#issuecomment-" + id);
        comment.set("user", account(by));
        store.comments.put(id, comment);
        store.issueOfComment.put(id, number);
        return comment;
    }

    private static Reply tooLong(String resource) {
        ObjectNode body = object().put("message", "Validation Failed");
        body.putArray("errors")
                .addObject()
                .put("resource", resource)
                .put("code", "unprocessable")
                .put("field", "data")
                .put("message", "Body is too long (maximum is 65536 characters)");
        return new Reply(422, Map.of(), body);
    }

    private Reply editComment(Asked asked) {
        ObjectNode comment = store.comments.get((long) asked.number("comment_id"));
        if (comment == null) {
            return Reply.notFound();
        }
        if (asked.text("body").length() > LONGEST_BODY) {
            return tooLong("IssueComment");
        }
        comment.put("body", asked.text("body")).put("updated_at", store.now());
        return Reply.ok(comment);
    }

    private Reply labelsOfIssue(Asked asked) {
        ObjectNode at = labelHolder(asked);
        return at == null ? Reply.notFound() : Reply.ok(at.withArray("labels"));
    }

    private ObjectNode labelHolder(Asked asked) {
        int number = asked.number("issue_number");
        return store.pulls.getOrDefault(number, store.issues.get(number));
    }

    private Reply addLabels(Asked asked) {
        ObjectNode at = labelHolder(asked);
        if (at == null) {
            return Reply.notFound();
        }
        List<String> held = names(at);
        labelled(asked.body().path("labels")).forEach(label -> {
            if (!held.contains(label.path("name").asText())) {
                at.withArray("labels").add(label);
            }
        });
        return Reply.ok(at.withArray("labels"));
    }

    private Reply removeLabel(Asked asked) {
        ObjectNode at = labelHolder(asked);
        String name = java.net.URLDecoder.decode(asked.path().get("name"), java.nio.charset.StandardCharsets.UTF_8);
        if (at == null || !names(at).contains(name)) {
            return Reply.refused(404, "Label does not exist");
        }
        ArrayNode rest = Contract.MAPPER.createArrayNode();
        at.withArray("labels").forEach(label -> {
            if (!label.path("name").asText().equals(name)) {
                rest.add(label);
            }
        });
        at.set("labels", rest);
        return Reply.ok(rest);
    }

    private Reply createLabel(Asked asked) {
        String name = asked.text("name");
        if (store.labels.containsKey(name)) {
            return Reply.refused(422, "Validation Failed");
        }
        store.labels.put(name, newLabel(name).put("color", asked.text("color")));
        return Reply.created(store.labels.get(name));
    }

    private Reply label(Asked asked) {
        ObjectNode label = store.labels.get(
                java.net.URLDecoder.decode(asked.path().get("name"), java.nio.charset.StandardCharsets.UTF_8));
        return label == null ? Reply.notFound() : Reply.ok(label);
    }

    // Pull requests and reviews

    private Reply listPulls(Asked asked) {
        String state = asked.query().getOrDefault("state", "open");
        String head = asked.query().getOrDefault("head", "");
        return Reply.ok(array(store.pulls.values().stream()
                .filter(one -> state.equals("all") || one.path("state").asText().equals(state))
                .filter(one -> head.isEmpty() || one.at("/head/label").asText().equals(head))
                .toList()));
    }

    private Reply createPull(Asked asked) {
        String head = asked.text("head");
        String label = head.contains(":") ? head : store.owner + ":" + head;
        if (store.pulls.values().stream()
                .anyMatch(one -> one.path("state").asText().equals("open")
                        && one.at("/head/label").asText().equals(label))) {
            ObjectNode body = object().put("message", "Validation Failed");
            body.putArray("errors")
                    .addObject()
                    .put("resource", "PullRequest")
                    .put("code", "custom")
                    .put("message", "A pull request already exists for " + label + ".");
            return new Reply(422, Map.of(), body);
        }
        int number = store.nextNumber();
        ObjectNode pull = object().put("number", number).put("state", "open").put("locked", false);
        pull.put("title", asked.text("title")).put("body", asked.text("body")).put("id", store.nextId());
        pull.put("draft", asked.body().path("draft").asBoolean());
        pull.set("user", account(asked.by()));
        pull.set("head", object().put("label", label).put("ref", head).put("sha", "0".repeat(40)));
        pull.set(
                "base",
                object().put("label", store.owner + ":" + asked.text("base")).put("ref", asked.text("base")));
        store.pulls.put(number, pull);
        return Reply.created(pull);
    }

    private Reply pull(Asked asked) {
        return found(store.pulls, asked.number("pull_number"));
    }

    private Reply editPull(Asked asked) {
        ObjectNode pull = store.pulls.get(asked.number("pull_number"));
        if (pull == null) {
            return Reply.notFound();
        }
        for (String field : List.of("state", "title", "body")) {
            if (asked.body().hasNonNull(field)) {
                pull.set(field, asked.body().get(field));
            }
        }
        return Reply.ok(pull);
    }

    private Reply files(Asked asked) {
        int number = asked.number("pull_number");
        return store.pulls.containsKey(number)
                ? Reply.ok(array(store.files.getOrDefault(number, List.of())))
                : Reply.notFound();
    }

    private Reply reviews(Asked asked) {
        return Reply.ok(array(store.reviews.values().stream()
                .filter(one -> one.path("pull").asInt() == asked.number("pull_number"))
                .toList()));
    }

    private Reply review(Asked asked) {
        int number = asked.number("pull_number");
        ObjectNode pull = store.pulls.get(number);
        if (pull == null) {
            return Reply.notFound();
        }
        if (store.isLocked(number)) {
            return Reply.refused(403, "Unable to create comment because issue is locked.");
        }
        String event = asked.text("event");
        if (event.isEmpty()
                && store.reviews.values().stream()
                        .anyMatch(one -> one.path("state").asText().equals("PENDING"))) {
            return unprocessable("User can only have one pending review per pull request");
        }
        boolean own = pull.at("/user/login").asText().equals(asked.by().login());
        if (own && !event.equals("COMMENT") && !event.isEmpty()) {
            return unprocessable("Can not request changes on your own pull request");
        }
        for (JsonNode comment : asked.body().path("comments")) {
            if (!inDiff(
                    number, comment.path("path").asText(), comment.path("line").asInt())) {
                return unprocessable(
                        "Pull request review thread line must be part of the diff and Pull request review thread"
                                + " start line must be part of the same hunk as the line.");
            }
        }
        long id = store.nextId();
        ObjectNode review = object().put("id", id).put("pull", number).put("body", asked.text("body"));
        review.put("state", event.isEmpty() ? "PENDING" : "COMMENTED")
                .put("commit_id", pull.at("/head/sha").asText());
        review.set("user", account(asked.by()));
        store.reviews.put(id, review);
        asked.body().path("comments").forEach(comment -> {
            long commentId = store.nextId();
            ObjectNode one = comment.deepCopy();
            one.put("id", commentId)
                    .put("pull_request_review_id", id)
                    .put("side", "RIGHT")
                    .put("pull", number);
            one.put("commit_id", pull.at("/head/sha").asText()).put("created_at", store.now());
            one.set("user", account(asked.by()));
            store.reviewComments.put(commentId, one);
        });
        return Reply.ok(review);
    }

    private static Reply unprocessable(String error) {
        ObjectNode body = object().put("message", "Unprocessable Entity");
        body.putArray("errors").add(error);
        return new Reply(422, Map.of(), body);
    }

    /** Whether a line of the head stands in a hunk of the file's patch. */
    private boolean inDiff(int number, String path, int line) {
        return store.files.getOrDefault(number, List.of()).stream()
                .filter(file -> file.path("filename").asText().equals(path))
                .anyMatch(file -> hunksHold(file.path("patch").asText(), line));
    }

    private static boolean hunksHold(String patch, int line) {
        return patch.lines().filter(one -> one.startsWith("@@")).anyMatch(one -> {
            String[] right = one.replaceFirst("^@@ -\\S+ \\+(\\S+) @@.*", "$1").split(",");
            int first = Integer.parseInt(right[0]);
            int count = right.length > 1 ? Integer.parseInt(right[1]) : 1;
            return line >= first && line < first + count;
        });
    }

    private Reply reviewComments(Asked asked) {
        return Reply.ok(array(store.reviewComments.values().stream()
                .filter(one -> one.path("pull").asInt() == asked.number("pull_number"))
                .toList()));
    }

    private Reply editReviewComment(Asked asked) {
        ObjectNode comment = store.reviewComments.get((long) asked.number("comment_id"));
        if (comment == null) {
            return Reply.notFound();
        }
        comment.put("body", asked.text("body")).put("updated_at", store.now());
        return Reply.ok(comment);
    }

    // Checks and code scanning

    private Reply createCheckRun(Asked asked) {
        long id = store.nextId();
        ObjectNode run = object().put("id", id).put("name", asked.text("name")).put("head_sha", asked.text("head_sha"));
        run.put("started_at", store.now());
        store.checkRuns.put(id, run);
        store.annotations.put(id, new ArrayList<>());
        return Reply.created(written(run, asked));
    }

    private Reply checkRun(Asked asked) {
        return found(store.checkRuns, asked, "check_run_id");
    }

    private Reply editCheckRun(Asked asked) {
        ObjectNode run = store.checkRuns.get((long) asked.number("check_run_id"));
        return run == null ? Reply.notFound() : Reply.ok(written(run, asked));
    }

    private ObjectNode written(ObjectNode run, Asked asked) {
        for (String field : List.of("status", "conclusion", "external_id", "completed_at", "details_url")) {
            if (asked.body().hasNonNull(field)) {
                run.set(field, asked.body().get(field));
            }
        }
        if (run.hasNonNull("conclusion")) {
            run.put("status", "completed");
        }
        JsonNode output = asked.body().path("output");
        ObjectNode kept = run.withObject("/output");
        for (String field : List.of("title", "summary", "text")) {
            if (output.hasNonNull(field)) {
                kept.set(field, output.get(field));
            }
        }
        List<ObjectNode> annotations = store.annotations.get(run.path("id").asLong());
        output.path("annotations").forEach(one -> annotations.add(one.deepCopy()));
        kept.put("annotations_count", annotations.size());
        return run;
    }

    private Reply annotations(Asked asked) {
        return Reply.ok(array(store.annotations.getOrDefault((long) asked.number("check_run_id"), List.of())));
    }

    private Reply checkRuns(Asked asked) {
        String name = asked.query().getOrDefault("check_name", "");
        List<ObjectNode> runs = store.checkRuns.values().stream()
                .filter(one -> one.path("head_sha").asText().equals(asked.path().get("ref")))
                .filter(one -> name.isEmpty() || one.path("name").asText().equals(name))
                .sorted(java.util.Comparator.comparingLong(
                                (ObjectNode one) -> one.path("id").asLong())
                        .reversed())
                .toList();
        ObjectNode body = object().put("total_count", runs.size());
        body.set("check_runs", array(runs));
        return Reply.ok(body);
    }

    private Reply sarif(Asked asked) {
        if (!store.codeScanning) {
            return Reply.refused(403, "Advanced Security must be enabled for this repository to use code scanning.");
        }
        store.sarifs.add(asked.body().deepCopy());
        return new Reply(202, Map.of(), object().put("id", "47177e22-5596-11eb-80a1-c1e54ef945c6"));
    }

    // Refs

    private Reply ref(Asked asked) {
        String ref = "refs/" + asked.path().get("ref");
        return store.refs.containsKey(ref) ? Reply.ok(reference(ref)) : Reply.notFound();
    }

    private ObjectNode reference(String ref) {
        ObjectNode at = object().put("ref", ref);
        at.set("object", object().put("sha", store.refs.get(ref)).put("type", "commit"));
        return at;
    }

    private Reply createRef(Asked asked) {
        String ref = asked.text("ref");
        if (store.refs.containsKey(ref)) {
            return Reply.refused(422, "Reference already exists");
        }
        store.refs.put(ref, asked.text("sha"));
        return Reply.created(reference(ref));
    }

    private Reply moveRef(Asked asked) {
        String ref = "refs/" + asked.path().get("ref");
        if (!store.refs.containsKey(ref)) {
            return Reply.refused(422, "Reference does not exist");
        }
        store.refs.put(ref, asked.text("sha"));
        return Reply.ok(reference(ref));
    }

    private Reply deleteRef(Asked asked) {
        return store.refs.remove("refs/" + asked.path().get("ref")) == null
                ? Reply.refused(422, "Reference does not exist")
                : Reply.nothing();
    }

    // Shapes

    private static Reply found(Map<Integer, ObjectNode> in, int number) {
        return in.containsKey(number) ? Reply.ok(in.get(number)) : Reply.notFound();
    }

    private static Reply found(Map<Long, ObjectNode> in, Asked asked, String name) {
        ObjectNode one = in.get((long) asked.number(name));
        return one == null ? Reply.notFound() : Reply.ok(one);
    }

    private static Reply deleted(Map<Long, ObjectNode> in, Asked asked) {
        return in.remove((long) asked.number("comment_id")) == null ? Reply.notFound() : Reply.nothing();
    }

    private static ObjectNode object() {
        return Contract.MAPPER.createObjectNode();
    }

    private static ArrayNode array(Iterable<? extends JsonNode> nodes) {
        ArrayNode array = Contract.MAPPER.createArrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
