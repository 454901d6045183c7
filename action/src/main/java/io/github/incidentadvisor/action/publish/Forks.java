package io.github.incidentadvisor.action.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.action.event.Occasion.Analysed;
import io.github.incidentadvisor.action.hub.Hub;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which pull request another workflow looked at. GitHub names none in that event when the branch is a fork's. */
final class Forks {
    private Forks() {}

    record Found(int number, boolean draft) {}

    /** The open pull request whose branch still ends in the commit that was looked at. */
    static Optional<Found> pullOf(Hub hub, Analysed analysed) throws IOException {
        if (analysed.headSha().isEmpty()
                || analysed.headOwner().isEmpty()
                || analysed.headBranch().isEmpty()) {
            return Optional.empty();
        }
        String head = URLEncoder.encode(analysed.headOwner() + ":" + analysed.headBranch(), StandardCharsets.UTF_8);
        for (JsonNode pull : hub.list("/pulls?state=open&head=" + head)) {
            if (pull.at("/head/sha").asText("").equals(analysed.headSha())) {
                return Optional.of(new Found(
                        pull.path("number").asInt(), pull.path("draft").asBoolean()));
            }
        }
        return Optional.empty();
    }
}
