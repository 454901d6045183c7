package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Branches and what they point at. */
final class GitRoutes {
    private final Store store;

    GitRoutes(Store store, Routes routes) {
        this.store = store;
        routes.on("GET", "/git/ref/{ref}", List.of("contents=read"), this::ref);
        routes.on("POST", "/git/refs", List.of("contents=write"), this::createRef);
        routes.on("PATCH", "/git/refs/{ref}", List.of("contents=write"), this::moveRef);
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
}
