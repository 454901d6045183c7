package io.github.incidentadvisor.action.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.action.proposals.Proposal.Edited;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The branch of one proposal: one commit of ours on top of the default branch. A commit of ours names its own tree, as those of the
 * goal do, so that one which somebody amended is told apart; a branch that ends in any other commit is a person's.
 */
final class Branch {
    private static final String MARK = "Incident-Advisor-Migration: ";
    private static final String TREE = "Incident-Advisor-Tree: ";

    private final Hub hub;
    private final Proposal proposal;
    private final String name;

    Branch(Hub hub, Proposal proposal) {
        this.hub = hub;
        this.proposal = proposal;
        this.name = "incident-advisor/" + proposal.id();
    }

    String name() {
        return name;
    }

    /** What became of it. */
    enum Outcome {
        WRITTEN,
        SAME,
        /** The default branch has moved, or a file is not what the edits were made for. */
        MOVED,
        /** A person has committed there. */
        THEIRS
    }

    /** @param tip the commit that the default branch is at */
    Outcome write(String tip, List<Edited> files) throws IOException {
        if (!tip.equals(proposal.base())) {
            return Outcome.MOVED;
        }
        Optional<JsonNode> there = commit();
        if (there.isPresent() && !isOurs(there.get())) {
            return Outcome.THEIRS;
        }
        JsonNode base = hub.get("/git/commits/" + tip);
        Optional<String> tree = tree(base.at("/tree/sha").asText(), files);
        if (tree.isEmpty()) {
            return Outcome.MOVED;
        }
        if (there.isPresent()
                && there.get().at("/tree/sha").asText().equals(tree.get())
                && there.get().at("/parents/0/sha").asText().equals(tip)) {
            return Outcome.SAME;
        }
        ObjectNode commit = Hub.object()
                .put("message", "Begin: " + proposal.title() + "\n\n" + MARK + proposal.id() + "\n" + TREE + tree.get())
                .put("tree", tree.get());
        commit.putArray("parents").add(tip);
        point(hub.send("POST", "/git/commits", commit).path("sha").asText(), there.isPresent());
        return Outcome.WRITTEN;
    }

    private Optional<JsonNode> commit() throws IOException {
        try {
            String sha = hub.get("/git/ref/heads/" + name).at("/object/sha").asText();
            return Optional.of(hub.get("/git/commits/" + sha));
        } catch (IOException e) {
            if (Refusal.of(e).kind() == Refusal.Kind.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isOurs(JsonNode commit) {
        List<String> lines = commit.path("message").asText().lines().toList();
        return commit.path("parents").size() == 1
                && lines.contains(MARK + proposal.id())
                && lines.contains(TREE + commit.at("/tree/sha").asText());
    }

    /** The tree with the edits; empty when a file is not as they expect it. */
    private Optional<String> tree(String base, List<Edited> files) throws IOException {
        Map<String, JsonNode> there = new HashMap<>();
        hub.get("/git/trees/" + base + "?recursive=1")
                .path("tree")
                .forEach(one -> there.put(one.path("path").asText(), one));
        ObjectNode tree = Hub.object().put("base_tree", base);
        var entries = tree.putArray("tree");
        for (Edited file : files) {
            JsonNode before = there.get(file.path());
            boolean plain = before != null && before.path("mode").asText().matches("100(644|755)");
            if (!plain || !before.path("sha").asText().equals(file.before())) {
                return Optional.empty();
            }
            ObjectNode blob = Hub.object()
                    .put("content", Base64.getEncoder().encodeToString(file.content()))
                    .put("encoding", "base64");
            entries.addObject()
                    .put("path", file.path())
                    .put("mode", before.path("mode").asText())
                    .put("type", "blob")
                    .put("sha", hub.send("POST", "/git/blobs", blob).path("sha").asText());
        }
        return Optional.of(hub.send("POST", "/git/trees", tree).path("sha").asText());
    }

    private void point(String commit, boolean there) throws IOException {
        if (!there) {
            try {
                hub.send(
                        "POST",
                        "/git/refs",
                        Hub.object().put("ref", "refs/heads/" + name).put("sha", commit));
                return;
            } catch (IOException e) {
                // Another scan was faster; its branch holds the same edits, or is looked at by the next.
                if (Refusal.of(e).kind() != Refusal.Kind.EXISTS) {
                    throw e;
                }
                Optional<JsonNode> theirs = commit();
                if (theirs.isEmpty() || !isOurs(theirs.get())) {
                    return;
                }
            }
        }
        hub.send(
                "PATCH",
                "/git/refs/heads/" + name,
                Hub.object().put("sha", commit).put("force", true));
    }
}
