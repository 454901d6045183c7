package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Pull requests, their files, reviews and comments at lines. */
final class PullRoutes {
    private final Store store;

    PullRoutes(Store store, Routes routes) {
        this.store = store;
        List<String> reads = List.of("pull_requests=read");
        List<String> writes = List.of("pull_requests=write");
        routes.on("GET", "/pulls", reads, this::listPulls);
        routes.on("POST", "/pulls", writes, this::createPull);
        routes.on("GET", "/pulls/{pull_number}", reads, this::pull);
        routes.on("PATCH", "/pulls/{pull_number}", writes, this::editPull);
        routes.on("GET", "/pulls/{pull_number}/files", reads, this::files);
        routes.on("GET", "/pulls/{pull_number}/reviews", reads, this::reviews);
        routes.on("POST", "/pulls/{pull_number}/reviews", writes, this::review);
        routes.on("GET", "/pulls/{pull_number}/comments", reads, this::reviewComments);
        routes.on("PATCH", "/pulls/comments/{comment_id}", writes, this::editReviewComment);
        routes.on(
                "DELETE", "/pulls/comments/{comment_id}", writes, asked -> Reply.deleted(store.reviewComments, asked));
    }

    private Reply listPulls(Asked asked) {
        String state = asked.query().getOrDefault("state", "open");
        String head = asked.query().getOrDefault("head", "");
        String base = asked.query().getOrDefault("base", "");
        return Reply.ok(Reply.array(store.pulls.values().stream()
                .filter(one -> state.equals("all") || one.path("state").asText().equals(state))
                .filter(one -> base.isEmpty() || one.at("/base/ref").asText().equals(base))
                .filter(one -> head.isEmpty() || one.at("/head/label").asText().equals(head))
                .toList()));
    }

    private Reply createPull(Asked asked) {
        String head = asked.text("head");
        String label = head.contains(":") ? head : store.owner + ":" + head;
        if (store.pulls.values().stream()
                .anyMatch(one -> one.path("state").asText().equals("open")
                        && one.at("/head/label").asText().equals(label))) {
            ObjectNode body = Reply.object().put("message", "Validation Failed");
            body.putArray("errors")
                    .addObject()
                    .put("resource", "PullRequest")
                    .put("code", "custom")
                    .put("message", "A pull request already exists for " + label + ".");
            return new Reply(422, Map.of(), body);
        }
        int number = store.nextNumber();
        ObjectNode pull =
                Reply.object().put("number", number).put("state", "open").put("locked", false);
        pull.put("title", asked.text("title")).put("body", asked.text("body")).put("id", store.nextId());
        pull.put("draft", asked.body().path("draft").asBoolean());
        pull.set("user", Reply.account(asked.by()));
        pull.set("head", Reply.object().put("label", label).put("ref", head).put("sha", "0".repeat(40)));
        pull.set(
                "base",
                Reply.object()
                        .put("label", store.owner + ":" + asked.text("base"))
                        .put("ref", asked.text("base")));
        store.pulls.put(number, pull);
        return Reply.created(pull);
    }

    private Reply pull(Asked asked) {
        return Reply.found(store.pulls, asked.number("pull_number"));
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
                ? Reply.ok(Reply.array(store.files.getOrDefault(number, List.of())))
                : Reply.notFound();
    }

    private Reply reviews(Asked asked) {
        return Reply.ok(Reply.array(store.reviews.values().stream()
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
        ObjectNode review = Reply.object().put("id", id).put("pull", number).put("body", asked.text("body"));
        review.put("state", event.isEmpty() ? "PENDING" : "COMMENTED")
                .put("commit_id", pull.at("/head/sha").asText());
        review.set("user", Reply.account(asked.by()));
        store.reviews.put(id, review);
        asked.body().path("comments").forEach(comment -> {
            long commentId = store.nextId();
            ObjectNode one = comment.deepCopy();
            one.put("id", commentId)
                    .put("pull_request_review_id", id)
                    .put("side", "RIGHT")
                    .put("pull", number);
            one.put("commit_id", pull.at("/head/sha").asText()).put("created_at", store.now());
            one.set("user", Reply.account(asked.by()));
            store.reviewComments.put(commentId, one);
        });
        return Reply.ok(review);
    }

    private static Reply unprocessable(String error) {
        ObjectNode body = Reply.object().put("message", "Unprocessable Entity");
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
        return Reply.ok(Reply.array(store.reviewComments.values().stream()
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
}
