package io.github.incidentadvisor.action.issues;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An issue of our account as GitHub has it; other workflows may write as the same account.
 *
 * @param closedOn {@link LocalDate#MAX} while it is open
 * @param labelled whether it still has our label
 * @param standing what it remembers; empty when somebody took that away, and so took the issue over
 */
record Existing(
        int number,
        String title,
        String body,
        boolean open,
        LocalDate closedOn,
        boolean labelled,
        Optional<Standing> standing) {
    /** People may take it away; then our account alone tells. */
    static final String LABEL = "incident-advisor";

    static Existing of(JsonNode issue) {
        String body = issue.path("body").asText("").replace("\r\n", "\n");
        return new Existing(
                issue.path("number").asInt(),
                issue.path("title").asText(""),
                body,
                issue.path("state").asText().equals("open"),
                day(issue.path("closed_at").asText("")),
                isLabelled(issue),
                IssueBody.isWhole(body) ? Standing.in(body) : Optional.empty());
    }

    private static boolean isLabelled(JsonNode issue) {
        for (JsonNode label : issue.path("labels")) {
            if (label.path("name").asText().equals(LABEL)) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate day(String text) {
        try {
            return OffsetDateTime.parse(text).toLocalDate();
        } catch (DateTimeParseException e) {
            return LocalDate.MAX;
        }
    }

    /** Whether it is one of those that only so many of may be open. */
    boolean counts() {
        return open && (standing.isPresent() || labelled);
    }

    /** Whether a person closed it. */
    boolean isDeclined() {
        return !open && standing.map(one -> one.ended() == Standing.Ended.NOT).orElse(true);
    }
}
