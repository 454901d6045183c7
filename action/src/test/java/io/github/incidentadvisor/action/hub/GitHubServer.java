package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * A GitHub on this machine, with a memory: what is posted is there when it is asked for. Each request is held to GitHub's own
 * description, and so is each of its own answers; {@link #close()} fails the test that broke it, or that asked for something
 * which GitHub does not have or this server does not play.
 */
public final class GitHubServer implements AutoCloseable {
    private static final int PAGE = 30;

    private final Contract contract = Contract.Shared.GITHUB;
    private final Sample sample = new Sample(contract);
    private final Store store;
    private final Routes routes;
    private final Map<String, Caller> tokens = new TreeMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<Failure, Integer> failed = new LinkedHashMap<>();
    private final HttpServer server;
    private int remaining = 1000;

    public GitHubServer(String owner, String name) throws IOException {
        store = new Store(owner, name);
        routes = new Routes(store);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "github");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** What {@code GITHUB_API_URL} says. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    // What a test arranges

    public GitHubServer token(String token, Caller caller) {
        tokens.put(token, caller);
        return this;
    }

    /** A pull request of a branch of this repository or, with another owner, of a fork. */
    public ObjectNode pull(int number, String headOwner, String branch, String headSha) {
        ObjectNode pull = Contract.MAPPER.createObjectNode();
        pull.put("number", number).put("state", "open").put("locked", false).put("draft", false);
        pull.put("title", "A change").put("id", store.nextId());
        pull.set(
                "user",
                Contract.MAPPER.createObjectNode().put("login", "octocat").put("type", "User"));
        ObjectNode head = pull.putObject("head");
        head.put("label", headOwner + ":" + branch).put("ref", branch).put("sha", headSha);
        head.putObject("repo").put("full_name", headOwner + "/" + store.name);
        pull.putObject("base").put("ref", "main").put("sha", "b".repeat(40)).put("label", store.owner + ":main");
        store.pulls.put(number, pull);
        return pull;
    }

    /** A push to the pull request's branch. */
    public synchronized void push(int number, String headSha) {
        ((ObjectNode) store.pulls.get(number).get("head")).put("sha", headSha);
    }

    /** A file of the pull request's diff; without patch where GitHub shows none. */
    public void file(int number, String path, String patch) {
        ObjectNode file = Contract.MAPPER.createObjectNode();
        file.put("filename", path).put("status", "modified").put("sha", "f".repeat(40));
        if (!patch.isEmpty()) {
            file.put("patch", patch);
        }
        store.files.computeIfAbsent(number, n -> new ArrayList<>()).add(file);
    }

    public void forgetFiles(int number) {
        store.files.remove(number);
    }

    public void lock(int number) {
        store.pulls.get(number).put("locked", true);
    }

    public void closePull(int number) {
        store.pulls.get(number).put("state", "closed");
    }

    /** The day that the server goes on with. */
    public synchronized void at(java.time.LocalDate day) {
        store.at(day);
    }

    /** A file of the default branch. */
    public void content(String path, String text) {
        store.contents.put(path, text);
    }

    /** A commit of these files on a branch, as somebody pushes it; its hash. */
    public synchronized String commit(String branch, Map<String, String> files, String by) {
        Map<String, String[]> tree = new TreeMap<>();
        files.forEach((path, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            String sha = GitRoutes.hash("blob", content);
            store.blobs.put(sha, content);
            tree.put(path, new String[] {"100644", sha});
        });
        ObjectNode commit = routes.git().commit(by + " commits", routes.git().keep(tree), parents(branch), by);
        store.refs.put("refs/heads/" + branch, commit.path("sha").asText());
        return commit.path("sha").asText();
    }

    /**
     * A branch as a real repository has it: its commit and tree by git's own ids, so that what was made for that commit fits.
     *
     * @param files content by path, all of them plain files
     */
    public synchronized void mirrors(String branch, String commit, String tree, Map<String, byte[]> files) {
        Map<String, String[]> entries = new TreeMap<>();
        files.forEach((path, content) -> {
            String sha = GitRoutes.hash("blob", content);
            store.blobs.put(sha, content);
            entries.put(path, new String[] {"100644", sha});
        });
        store.trees.put(tree, entries);
        ObjectNode kept = Reply.object().put("sha", commit).put("message", "As it is");
        kept.putObject("tree").put("sha", tree);
        kept.putArray("parents");
        kept.putObject("author").put("name", "mary");
        store.commits.put(commit, kept);
        store.refs.put("refs/heads/" + branch, commit);
    }

    private ArrayNode parents(String branch) {
        ArrayNode parents = Contract.MAPPER.createArrayNode();
        String before = store.refs.get("refs/heads/" + branch);
        return before == null ? parents : parents.add(before);
    }

    /** The files of a branch. */
    public synchronized Map<String, String> files(String branch) {
        Map<String, String> files = new TreeMap<>();
        String tree = store.commits
                .get(store.refs.get("refs/heads/" + branch))
                .at("/tree/sha")
                .asText();
        store.trees
                .get(tree)
                .forEach((path, entry) ->
                        files.put(path, new String(store.blobs.get(entry[1]), StandardCharsets.UTF_8)));
        return files;
    }

    public synchronized Map<String, String> refs() {
        return Map.copyOf(store.refs);
    }

    public synchronized Map<Integer, JsonNode> pulls() {
        Map<Integer, JsonNode> all = new TreeMap<>();
        store.pulls.forEach((number, pull) -> all.put(number, pull.deepCopy()));
        return all;
    }

    /** People who may be assigned. */
    public void users(String... logins) {
        store.users.addAll(List.of(logins));
    }

    public synchronized void archived() {
        store.archived = true;
    }

    public synchronized void renamed() {
        store.renamed = true;
    }

    public synchronized void withoutIssues() {
        store.issuesEnabled = false;
    }

    /** An issue that somebody wrote. */
    public synchronized int issue(String title, String body, Caller by) {
        int number = store.nextNumber();
        ObjectNode issue =
                Reply.object().put("number", number).put("state", "open").put("locked", false);
        issue.put("title", title).put("body", body).put("id", store.nextId());
        issue.set("user", Reply.account(by));
        store.issues.put(number, issue);
        return number;
    }

    /** What a person does to an issue; a body gets the line ends of a browser. */
    public synchronized void editIssue(int number, String field, String value) {
        store.issues.get(number).put(field, field.equals("body") ? value.replace("\n", "\r\n") : value);
    }

    /** A person closes it. */
    public synchronized void closeIssue(int number, String reason) {
        store.issues
                .get(number)
                .put("state", "closed")
                .put("state_reason", reason)
                .put("closed_at", store.now());
    }

    public synchronized void unlabel(int number) {
        store.issues.get(number).putArray("labels");
    }

    public void withoutCodeScanning() {
        store.codeScanning = false;
    }

    /** A comment that somebody else wrote. */
    public long comment(int number, String body, Caller by) {
        return routes.addComment(number, body, by).path("id").asLong();
    }

    public synchronized void deleteComment(long id) {
        store.comments.remove(id);
    }

    /** What a person does who ticks a box: the body is written anew, with the line ends of a browser. */
    public synchronized void editComment(long id, String body) {
        store.comments.get(id).put("body", body.replace("\n", "\r\n"));
    }

    public synchronized void answerReviewComment(long to, String body) {
        long id = store.nextId();
        ObjectNode reply = store.reviewComments.get(to).deepCopy();
        reply.put("id", id).put("in_reply_to_id", to).put("body", body);
        reply.set(
                "user",
                Contract.MAPPER.createObjectNode().put("login", "octocat").put("type", "User"));
        store.reviewComments.put(id, reply);
    }

    public synchronized void fail(Failure failure) {
        failures.add(failure);
    }

    /** How many requests are left of the primary limit. */
    public synchronized void remaining(int requests) {
        remaining = requests;
    }

    // What a test looks at

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    public synchronized List<String> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    /** Requests that change something. */
    public synchronized List<String> writes() {
        return asked.stream()
                .filter(one -> !one.method().equals("GET"))
                .map(Asked::operation)
                .toList();
    }

    public synchronized void forgetRequests() {
        asked.clear();
    }

    public synchronized Map<Long, String> comments(int number) {
        Map<Long, String> bodies = new TreeMap<>();
        store.comments.forEach((id, comment) -> {
            if (store.issueOfComment.get(id) == number) {
                bodies.put(id, comment.path("body").asText());
            }
        });
        return bodies;
    }

    /** Issues by number, as they are now. */
    public synchronized Map<Integer, JsonNode> issues() {
        Map<Integer, JsonNode> all = new TreeMap<>();
        store.issues.forEach((number, issue) -> all.put(number, issue.deepCopy()));
        return all;
    }

    public synchronized List<JsonNode> milestones() {
        return List.copyOf(store.milestones.values());
    }

    public synchronized List<JsonNode> checkRuns() {
        return List.copyOf(store.checkRuns.values());
    }

    public synchronized List<JsonNode> annotations(long checkRun) {
        return List.copyOf(store.annotations.get(checkRun));
    }

    public synchronized List<JsonNode> reviews() {
        return List.copyOf(store.reviews.values());
    }

    public synchronized List<JsonNode> reviewComments() {
        return List.copyOf(store.reviewComments.values());
    }

    public synchronized List<JsonNode> sarifs() {
        return List.copyOf(store.sarifs);
    }

    public synchronized List<String> labels(int number) {
        List<String> names = new ArrayList<>();
        store.pulls
                .get(number)
                .path("labels")
                .forEach(label -> names.add(label.path("name").asText()));
        return names;
    }

    /** What went against the description so far. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() {
        server.stop(0);
        if (!violations().isEmpty()) {
            throw new AssertionError("against GitHub's description:\n" + String.join("\n", violations()));
        }
    }

    // The wire

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            Reply reply;
            synchronized (this) {
                try {
                    reply = answer(exchange, bytes);
                } catch (RuntimeException | IOException e) {
                    violations.add(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI() + " broke the server: " + e);
                    reply = Reply.refused(500, "Server Error");
                }
            }
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body =
                    reply.body() == null ? new byte[0] : text(reply.body()).getBytes(StandardCharsets.UTF_8);
            if (!exchange.getResponseHeaders().containsKey("content-type")) {
                exchange.getResponseHeaders().set("content-type", "application/json; charset=utf-8");
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String text(JsonNode body) {
        return body.isTextual() ? body.asText() : body.toString();
    }

    private Reply answer(HttpExchange exchange, byte[] bytes) throws IOException {
        URI uri = exchange.getRequestURI();
        String method = exchange.getRequestMethod();
        String path = documented(method, uri.getRawPath().replaceFirst("^/api/v3(?=/)", ""));
        Map<String, String> query = query(uri.getRawQuery());
        JsonNode body = bytes.length == 0 ? null : Contract.MAPPER.readTree(bytes);
        Optional<Contract.Operation> operation = contract.operation(method, path);
        if (operation.isEmpty()) {
            violations.add(method + " " + path + " is no operation of GitHub's");
            return Reply.notFound();
        }
        Caller caller = tokens.get(token(exchange));
        Asked one = new Asked(
                method,
                uri.toString(),
                operation.get().name(),
                operation.get().parameters(path).orElseThrow(),
                query,
                body,
                caller == null ? Caller.NOBODY : caller);
        asked.add(one);
        List<String> faults = contract.faults(operation.get(), query, body);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> violations.add(one.operation() + ": " + fault));
            return Reply.refused(422, "Validation Failed");
        }
        Optional<Failure> failure = failure(one);
        if (failure.isPresent() && !failure.get().afterwards()) {
            return lost(failure.get());
        }
        Reply reply = limited(caller == null ? Reply.refused(401, "Bad credentials") : played(operation.get(), one));
        if (failure.isPresent()) {
            return lost(failure.get());
        }
        return validated(exchange, paged(one, finished(operation.get(), reply)));
    }

    /** What the library asks, and GitHub answers, but the description has in the singular only. */
    private static String documented(String method, String path) {
        return method.equals("GET") ? path.replaceFirst("^(/repos/[^/]+/[^/]+)/git/refs/", "$1/git/ref/") : path;
    }

    private Reply played(Contract.Operation operation, Asked one) {
        Map<String, String> path = one.path();
        if (path.containsKey("owner")
                && !(path.get("owner").equals(store.owner) && path.get("repo").equals(store.name))) {
            return Reply.notFound();
        }
        Routes.Route route = routes.of(operation.name());
        if (route == null) {
            violations.add(operation.name() + " is GitHub's, but this server does not play it");
            return Reply.notFound();
        }
        if (store.renamed) {
            return Reply.refused(301, "Moved Permanently").with("location", url() + "/repositories/1");
        }
        if (store.archived && !one.method().equals("GET")) {
            return Reply.refused(403, "Repository was archived so is read-only.");
        }
        boolean may = route.needs().isEmpty()
                || route.needs().stream().anyMatch(need -> one.by().may(need.split("=")[0], need.split("=")[1]));
        return may
                ? route.play().apply(one)
                : Reply.refused(403, "Resource not accessible by integration")
                        .with("x-accepted-github-permissions", String.join("; ", route.needs()));
    }

    private Reply limited(Reply reply) {
        if (remaining <= 0) {
            return Reply.refused(403, "API rate limit exceeded for installation ID 1.")
                    .with("x-ratelimit-remaining", "0")
                    .with("x-ratelimit-reset", String.valueOf(System.currentTimeMillis() / 1000 + 3600));
        }
        remaining--;
        return reply.with("x-ratelimit-limit", "1000")
                .with("x-ratelimit-remaining", String.valueOf(remaining))
                .with("x-ratelimit-resource", "core");
    }

    private Optional<Failure> failure(Asked one) {
        Optional<Failure> due = failures.stream()
                .filter(failure -> failed.getOrDefault(failure, 0) < failure.times())
                .filter(failure -> failure.when().test(one))
                .findFirst();
        due.ifPresent(failure -> failed.merge(failure, 1, Integer::sum));
        return due;
    }

    private static Reply lost(Failure failure) {
        return new Reply(
                failure.status(),
                failure.headers(),
                Contract.MAPPER.getNodeFactory().textNode(failure.body()));
    }

    /** The whole answer, each object filled up as the description demands, and held to it. */
    private Reply finished(Contract.Operation operation, Reply reply) {
        JsonNode schema = contract.answer(operation, reply.status());
        if (reply.body() == null || schema.isMissingNode() || reply.status() >= 400) {
            if (reply.status() < 400 && !contract.describes(operation, reply.status())) {
                violations.add(operation.name() + " never answers " + reply.status());
            }
            return reply;
        }
        JsonNode body = sample.filled(schema, reply.body());
        contract.faults(schema, body)
                .forEach(fault -> violations.add("our answer to " + operation.name() + ": " + fault));
        return new Reply(reply.status(), reply.headers(), body);
    }

    private Reply paged(Asked one, Reply reply) {
        JsonNode list = reply.body() instanceof ObjectNode body && body.has("check_runs")
                ? body.get("check_runs")
                : reply.body();
        if (!one.method().equals("GET") || !(list instanceof ArrayNode all) || reply.status() != 200) {
            return reply;
        }
        int size = Math.min(100, Integer.parseInt(one.query().getOrDefault("per_page", String.valueOf(PAGE))));
        int page = Integer.parseInt(one.query().getOrDefault("page", "1"));
        ArrayNode shown = Contract.MAPPER.createArrayNode();
        for (int i = (page - 1) * size; i < Math.min(all.size(), page * size); i++) {
            shown.add(all.get(i));
        }
        JsonNode body = shown;
        if (reply.body() instanceof ObjectNode whole) {
            body = whole.deepCopy().set("check_runs", shown);
        }
        Reply cut = new Reply(reply.status(), reply.headers(), body);
        if (page * size >= all.size()) {
            return cut;
        }
        Map<String, String> next = new TreeMap<>(one.query());
        next.put("page", String.valueOf(page + 1));
        StringBuilder query = new StringBuilder();
        next.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(value));
        String path = URI.create(one.uri()).getRawPath();
        return cut.with("link", "<" + url() + path + query + ">; rel=\"next\"");
    }

    private static Reply validated(HttpExchange exchange, Reply reply) {
        if (!exchange.getRequestMethod().equals("GET") || reply.status() != 200) {
            return reply;
        }
        String etag = "W/\"" + Integer.toHexString(reply.body().toString().hashCode()) + "\"";
        return etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                ? new Reply(304, Map.of("etag", etag), null)
                : reply.with("etag", etag);
    }

    private static String token(HttpExchange exchange) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return header.replaceFirst("^(?i)(token|bearer) ", "");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new TreeMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
            }
        }
        return values;
    }
}
