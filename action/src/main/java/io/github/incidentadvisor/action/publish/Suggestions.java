package io.github.incidentadvisor.action.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.action.hub.Refusal;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.report.Markdown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHPullRequestReviewBuilder;
import org.kohsuke.github.GHPullRequestReviewEvent;

/**
 * Version lines of the diff that could say a better version, as GitHub's suggestions: one review for all of them, none twice. One
 * that no longer holds is taken away, or struck when somebody has answered it. (GitHub can also mark a thread as resolved, but by
 * GraphQL only, and to a token that may write the repository's contents, which ours may not.)
 */
final class Suggestions {
    private static final Pattern MARK =
            Pattern.compile("^<!-- incident-advisor:suggestion ([A-Za-z0-9._/-]{0,61}:)?[a-z0-9-]{1,40} -->");
    private static final String STRUCK = "~~A suggestion~~ This no longer applies.";
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,59}");
    private static final int MOST = 10;

    private final Hub hub;
    private final GHPullRequest pull;
    private final String author;
    private final String scope;

    /** @param scope which of several folders they are about; empty for the only one */
    Suggestions(Hub hub, GHPullRequest pull, String author, String scope) {
        this.hub = hub;
        this.pull = pull;
        this.author = author;
        this.scope = prefix(scope);
    }

    private static String prefix(String scope) {
        return scope.isEmpty() ? "" : scope + ":";
    }

    /** What would be suggested at a line of the diff. */
    record Suggestion(String file, int line, String body) {}

    static List<Suggestion> of(Report report, DiffLines diff, String scope) {
        List<Suggestion> all = new ArrayList<>();
        for (Advisory advisory : report.advisories()) {
            Version to = advisory.to();
            Version better = advisory.recommendation().smallestStep();
            boolean fits = advisory.inChange()
                    && advisory.moved()
                    && advisory.declaredAt().isKnown()
                    && VERSION.matcher(to.text()).matches()
                    && VERSION.matcher(better.text()).matches()
                    && !better.equals(to);
            if (fits && all.size() < MOST) {
                Optional<DiffLines.Line> line = diff.changed(
                        advisory.declaredAt().file(), advisory.declaredAt().line(), to.text());
                line.ifPresent(at -> all.add(new Suggestion(
                        advisory.declaredAt().file(),
                        at.number(),
                        body(prefix(scope), advisory, at.text(), to, better))));
            }
        }
        return all;
    }

    private static String body(String scope, Advisory advisory, String line, Version to, Version better) {
        String fence = "```";
        while (line.contains(fence)) {
            fence += "`";
        }
        String changed = line.replaceFirst(
                "(?<![\\w.-])" + Pattern.quote(to.text()) + "(?![\\w.-])", Matcher.quoteReplacement(better.text()));
        return "<!-- incident-advisor:suggestion " + scope + advisory.id().replaceAll("[^a-z0-9-]", "") + " -->\n"
                + Markdown.text(advisory.recommendation().text()) + "\n"
                + fence + "suggestion\n" + changed + "\n" + fence + "\n"
                + "<sub>What this version breaks here was not tried; the next push tells.</sub>";
    }

    /**
     * Brings the suggestions on GitHub up to date.
     *
     * @param mayAdd whether new ones may be made
     * @return how many of those that are wanted GitHub did not take
     */
    int write(List<Suggestion> wanted, boolean mayAdd) throws IOException {
        List<JsonNode> there = hub.list("/pulls/" + pull.getNumber() + "/comments");
        Set<Long> answered = new HashSet<>();
        there.forEach(one -> answered.add(one.path("in_reply_to_id").asLong(0)));
        Set<String> standing = new HashSet<>();
        for (JsonNode one : there) {
            String body = one.path("body").asText("");
            if (!one.at("/user/login").asText("").equalsIgnoreCase(author) || !isOfThisScope(body)) {
                continue;
            }
            boolean holds = one.path("line").asInt(0) > 0
                    && wanted.stream()
                            .anyMatch(w -> w.file().equals(one.path("path").asText())
                                    && w.body().equals(body.replace("\r\n", "\n")));
            if (holds) {
                standing.add(body.replace("\r\n", "\n"));
            } else {
                takeAway(one.path("id").asLong(), answered);
            }
        }
        List<Suggestion> fresh =
                wanted.stream().filter(w -> !standing.contains(w.body())).toList();
        return !mayAdd || fresh.isEmpty() ? 0 : review(fresh);
    }

    private boolean isOfThisScope(String body) {
        Matcher mark = MARK.matcher(body);
        return mark.find() && Objects.requireNonNullElse(mark.group(1), "").equals(scope);
    }

    private void takeAway(long id, Set<Long> answered) throws IOException {
        String path = "/pulls/comments/" + id;
        if (answered.contains(id)) {
            hub.send("PATCH", path, Hub.object().put("body", STRUCK));
        } else {
            hub.delete(path);
        }
    }

    private int review(List<Suggestion> fresh) throws IOException {
        GHPullRequestReviewBuilder review = pull.createReview()
                .commitId(pull.getHead().getSha())
                // Anything but COMMENT is refused on one's own pull request, and a review without event stays pending.
                .event(GHPullRequestReviewEvent.COMMENT)
                .body(
                        fresh.size() == 1
                                ? "A version line could say more."
                                : fresh.size() + " version lines could say more.");
        fresh.forEach(one -> review.singleLineComment(one.body(), one.file(), one.line()));
        try {
            review.create();
            return 0;
        } catch (IOException e) {
            // GitHub refuses the whole review when one line is not in its diff (the head may have moved meanwhile).
            if (Refusal.of(e).kind() != Refusal.Kind.CONTENT) {
                throw e;
            }
            return fresh.size();
        }
    }
}
