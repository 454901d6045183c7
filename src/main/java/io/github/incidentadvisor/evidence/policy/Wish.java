package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.model.Component.Artifact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A node of the tree of wishes, and who wishes it. */
record Wish(Asked asked, Optional<Wish> by) {
    /** In pre-order, the module itself first. */
    static List<Wish> all(Asked.Tree tree) {
        List<Wish> all = new ArrayList<>();
        Deque<Wish> above = new ArrayDeque<>();
        for (Asked asked : tree.nodes()) {
            while (!above.isEmpty() && above.peek().asked().depth() >= asked.depth()) {
                above.pop();
            }
            Wish wish = new Wish(asked, Optional.ofNullable(above.peek()));
            above.push(wish);
            all.add(wish);
        }
        return all;
    }

    String ga() {
        return asked.artifact().ga();
    }

    /** Who asks, for people. */
    String who() {
        return by.filter(wish -> wish.asked().depth() > 0)
                .map(wish -> wish.asked().coordinates())
                .orElse("the project itself");
    }

    /** Everybody on the way from what the module declares to this, this included. */
    List<Artifact> path() {
        Deque<Artifact> path = new ArrayDeque<>();
        for (Optional<Wish> at = Optional.of(this);
                at.isPresent() && at.get().asked().depth() > 0;
                at = at.get().by()) {
            path.addFirst(at.get().asked().artifact());
        }
        return List.copyOf(path);
    }

    /** {@code 2.0 by org.a:b:1} of each, with what management put in its place. */
    static String quote(List<Wish> wishes) {
        return wishes.stream()
                .map(wish -> wish.asked().asked() + " by " + wish.who()
                        + (wish.asked().asked().equals(wish.asked().version())
                                ? ""
                                : " (managed to " + wish.asked().version() + ")"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Everybody who has a say in these wishes: who asks for the first one, then for the others. */
    static List<Artifact> suspects(List<Wish> wishes) {
        return wishes.stream().flatMap(wish -> wish.path().stream()).distinct().toList();
    }
}
