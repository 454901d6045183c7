package io.github.incidentadvisor.action.event;

import io.github.incidentadvisor.action.event.Occasion.MergeGroup;
import io.github.incidentadvisor.action.event.Occasion.PullRequest;
import io.github.incidentadvisor.action.event.Occasion.Push;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the commit of an event is compared with, in a word that a shell can look up with git. */
public final class Bases {
    private Bases() {}

    /**
     * {@code parent} and the tip of the base branch on a pull request: where GitHub's merge of the two is checked out, its first parent
     * is the base, else the commit where the branch left the other; a commit for a merge queue or a push; nothing for a new branch
     * or any other event, where the engine looks for itself.
     */
    public static String of(Map<String, String> environment) throws IOException {
        String file = environment.getOrDefault("GITHUB_EVENT_PATH", "");
        if (file.isBlank() || !Files.isRegularFile(Path.of(file))) {
            return "";
        }
        try {
            Occasion occasion =
                    Payload.read(environment.getOrDefault("GITHUB_EVENT_NAME", ""), Files.readAllBytes(Path.of(file)));
            if (occasion instanceof PullRequest pull) {
                return ("parent " + pull.baseSha()).strip();
            }
            if (occasion instanceof MergeGroup group) {
                return group.baseSha();
            }
            return occasion instanceof Push push ? push.before() : "";
        } catch (AdvisorException e) {
            return "";
        }
    }
}
