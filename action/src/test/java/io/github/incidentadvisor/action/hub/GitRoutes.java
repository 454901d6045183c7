package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Branches and what they point at. */
final class GitRoutes {
    private final Store store;

    GitRoutes(Store store, Routes routes) {
        this.store = store;
        routes.on("GET", "/git/ref/{ref}", List.of("contents=read"), this::ref);
        routes.on("POST", "/git/refs", List.of("contents=write"), this::createRef);
        routes.on("PATCH", "/git/refs/{ref}", List.of("contents=write"), this::moveRef);
        routes.on("GET", "/git/commits/{commit_sha}", List.of("contents=read"), asked -> {
            ObjectNode commit = store.commits.get(asked.path().get("commit_sha"));
            return commit == null ? Reply.notFound() : Reply.ok(commit);
        });
        routes.on("GET", "/git/trees/{tree_sha}", List.of("contents=read"), this::tree);
        routes.on("POST", "/git/blobs", List.of("contents=write"), this::createBlob);
        routes.on("POST", "/git/trees", List.of("contents=write"), this::createTree);
        routes.on("POST", "/git/commits", List.of("contents=write"), this::createCommit);
        routes.on("GET", "/contents/{path}", List.of("contents=read"), this::contents);
        routes.on("DELETE", "/git/refs/{ref}", List.of("contents=write"), this::deleteRef);
    }

    /** Only the first megabyte of a file is given so. */
    private Reply contents(Asked asked) {
        String path = asked.path().get("path");
        String text = store.contents.get(path);
        if (text == null) {
            return Reply.notFound();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean whole = bytes.length <= 1 << 20;
        ObjectNode file = Reply.object().put("type", "file").put("path", path).put("name", path);
        file.put("encoding", whole ? "base64" : "none")
                .put("size", bytes.length)
                .put("sha", "d".repeat(40));
        file.put("content", whole ? Base64.getMimeEncoder().encodeToString(bytes) : "");
        return Reply.ok(file);
    }

    private Reply ref(Asked asked) {
        String ref = "refs/" + asked.path().get("ref");
        return store.refs.containsKey(ref) ? Reply.ok(reference(ref)) : Reply.notFound();
    }

    private ObjectNode reference(String ref) {
        ObjectNode at = Reply.object().put("ref", ref);
        at.set("object", Reply.object().put("sha", store.refs.get(ref)).put("type", "commit"));
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

    // Objects

    private Reply tree(Asked asked) {
        Map<String, String[]> tree = store.trees.get(asked.path().get("tree_sha"));
        if (tree == null) {
            return Reply.notFound();
        }
        ObjectNode body =
                Reply.object().put("sha", asked.path().get("tree_sha")).put("truncated", false);
        var entries = body.putArray("tree");
        tree.forEach((path, entry) -> entries.addObject()
                .put("path", path)
                .put("mode", entry[0])
                .put("type", "blob")
                .put("sha", entry[1]));
        return Reply.ok(body);
    }

    private Reply createBlob(Asked asked) {
        byte[] content = asked.text("encoding").equals("base64")
                ? Base64.getDecoder().decode(asked.text("content"))
                : asked.text("content").getBytes(StandardCharsets.UTF_8);
        String sha = hash("blob", content);
        store.blobs.put(sha, content);
        return Reply.created(Reply.object().put("sha", sha));
    }

    private Reply createTree(Asked asked) {
        Map<String, String[]> tree = new TreeMap<>(store.trees.getOrDefault(asked.text("base_tree"), Map.of()));
        for (JsonNode entry : asked.body().path("tree")) {
            if (!store.blobs.containsKey(entry.path("sha").asText())) {
                return Reply.refused(422, "tree.sha is not a valid blob");
            }
            tree.put(
                    entry.path("path").asText(),
                    new String[] {entry.path("mode").asText(), entry.path("sha").asText()});
        }
        return Reply.created(Reply.object().put("sha", keep(tree)).put("truncated", false));
    }

    /** The hash of a tree of these paths. */
    String keep(Map<String, String[]> tree) {
        StringBuilder text = new StringBuilder();
        tree.forEach((path, entry) -> text.append(path).append(entry[0]).append(entry[1]));
        String sha = hash("tree", text.toString().getBytes(StandardCharsets.UTF_8));
        store.trees.put(sha, tree);
        return sha;
    }

    private Reply createCommit(Asked asked) {
        return Reply.created(commit(
                asked.text("message"),
                asked.text("tree"),
                asked.body().path("parents"),
                asked.by().login()));
    }

    ObjectNode commit(String message, String tree, JsonNode parents, String by) {
        String sha = hash("commit", (message + tree + parents + store.nextId()).getBytes(StandardCharsets.UTF_8));
        ObjectNode commit = Reply.object().put("sha", sha).put("message", message);
        commit.putObject("tree").put("sha", tree);
        var all = commit.putArray("parents");
        parents.forEach(parent -> all.addObject().put("sha", parent.asText()));
        commit.putObject("author").put("name", by);
        store.commits.put(sha, commit);
        return commit;
    }

    /** As git does it for files; what else there is needs only to differ. */
    static String hash(String type, byte[] content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update((type + " " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
