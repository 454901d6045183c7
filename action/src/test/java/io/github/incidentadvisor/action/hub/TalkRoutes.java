package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Comments of issues and pull requests, and their labels. */
final class TalkRoutes {
    private static final int LONGEST_BODY = 65_536;

    private final Store store;

    TalkRoutes(Store store, Routes routes) {
        this.store = store;
        List<String> talk = List.of("issues=write", "pull_requests=write");
        List<String> listen = List.of("issues=read", "pull_requests=read");
        routes.on("GET", "/issues/{issue_number}/comments", listen, this::listComments);
        routes.on("POST", "/issues/{issue_number}/comments", talk, this::comment);
        routes.on(
                "GET",
                "/issues/comments/{comment_id}",
                listen,
                asked -> Reply.found(store.comments, asked, "comment_id"));
        routes.on("PATCH", "/issues/comments/{comment_id}", talk, this::editComment);
        routes.on("DELETE", "/issues/comments/{comment_id}", talk, asked -> Reply.deleted(store.comments, asked));
        routes.on("GET", "/issues/{issue_number}/labels", listen, this::labelsOfIssue);
        routes.on("POST", "/issues/{issue_number}/labels", talk, this::addLabels);
        routes.on("DELETE", "/issues/{issue_number}/labels/{name}", talk, this::removeLabel);
        routes.on("GET", "/labels", listen, asked -> Reply.ok(Reply.array(store.labels.values())));
        routes.on("POST", "/labels", talk, this::createLabel);
        routes.on("GET", "/labels/{name}", listen, this::label);
    }

    private Reply listComments(Asked asked) {
        int number = asked.number("issue_number");
        return store.has(number)
                ? Reply.ok(Reply.array(store.comments.entrySet().stream()
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
            return Reply.tooLong("IssueComment");
        }
        return Reply.created(addComment(number, asked.text("body"), asked.by()));
    }

    ObjectNode addComment(int number, String body, Caller by) {
        long id = store.nextId();
        ObjectNode comment = Reply.object().put("id", id).put("body", body);
        comment.put("created_at", store.now())
                .put("updated_at", comment.get("created_at").asText());
        comment.put(
                "html_url",
                "https://github.test/" + store.owner + "/" + store.name + "/pull/" + number + "#issuecomment-" + id);
        comment.set("user", Reply.account(by));
        store.comments.put(id, comment);
        store.issueOfComment.put(id, number);
        return comment;
    }

    private Reply editComment(Asked asked) {
        ObjectNode comment = store.comments.get((long) asked.number("comment_id"));
        if (comment == null) {
            return Reply.notFound();
        }
        if (asked.text("body").length() > LONGEST_BODY) {
            return Reply.tooLong("IssueComment");
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
        List<String> held = store.labelNames(at);
        store.labelled(asked.body().path("labels")).forEach(label -> {
            if (!held.contains(label.path("name").asText())) {
                at.withArray("labels").add(label);
            }
        });
        return Reply.ok(at.withArray("labels"));
    }

    private Reply removeLabel(Asked asked) {
        ObjectNode at = labelHolder(asked);
        String name = URLDecoder.decode(asked.path().get("name"), StandardCharsets.UTF_8);
        if (at == null || !store.labelNames(at).contains(name)) {
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
        store.labels.put(name, store.newLabel(name).put("color", asked.text("color")));
        return Reply.created(store.labels.get(name));
    }

    private Reply label(Asked asked) {
        ObjectNode label = store.labels.get(URLDecoder.decode(asked.path().get("name"), StandardCharsets.UTF_8));
        return label == null ? Reply.notFound() : Reply.ok(label);
    }
}
