package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the server does for each operation that it plays: GitHub's rules beyond the shape of requests stand in the classes beside. */
final class Routes {
    private static final String REPOSITORY = "/repos/{owner}/{repo}";

    /**
     * How an operation is played.
     *
     * @param needs permissions of which one is enough, as {@code name=level}
     */
    record Route(List<String> needs, Function<Asked, Reply> play) {}

    private final Store store;
    private final Map<String, Route> routes = new TreeMap<>();
    private final TalkRoutes talk;
    private final GitRoutes git;

    Routes(Store store) {
        this.store = store;
        routes.put("GET /user", new Route(List.of(), Routes::user));
        on("GET", "", List.of("metadata=read"), asked -> Reply.ok(repository()));
        this.talk = new TalkRoutes(store, this);
        new IssueRoutes(store, this);
        new PullRoutes(store, this);
        new CheckRoutes(store, this);
        this.git = new GitRoutes(store, this);
    }

    /** An operation of the repository. */
    void on(String method, String path, List<String> needs, Function<Asked, Reply> play) {
        routes.put(method + " " + REPOSITORY + path, new Route(needs, play));
    }

    Route of(String operation) {
        return routes.get(operation);
    }

    GitRoutes git() {
        return git;
    }

    ObjectNode addComment(int number, String body, Caller by) {
        return talk.addComment(number, body, by);
    }

    private static Reply user(Asked asked) {
        return asked.by().type().equals("Bot")
                ? Reply.refused(403, "Resource not accessible by integration")
                : Reply.ok(Reply.account(asked.by()));
    }

    private ObjectNode repository() {
        ObjectNode at =
                Reply.object().put("id", 1).put("name", store.name).put("full_name", store.owner + "/" + store.name);
        at.set("owner", Reply.object().put("login", store.owner).put("type", "Organization"));
        at.put("has_issues", store.issuesEnabled).put("default_branch", "main").put("archived", store.archived);
        return at;
    }
}
