package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.incidents.Fact.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headings and labels of post-mortems mean, over the templates that teams use: the SRE book's, Atlassian's, PagerDuty's
 * and those of teams that grew their own.
 */
final class Labels {
    private static final Map<Kind, Pattern> MEANINGS = new LinkedHashMap<>();

    static {
        means(
                Kind.OPEN_ACTION,
                "action items?|actions?|follow ups?|follow up (?:actions|items|tasks)|next steps|review actions?|to ?dos?|remediation items|corrective actions|preventive actions|preventative measures|what we do now|what we (?:will|are going to) do.*|what are we doing.*|improvements|how (?:do|will) we prevent.*|tasks");
        means(Kind.TRIGGER, "triggers?|triggered by|change that (?:caused|triggered).*");
        means(
                Kind.CAUSE,
                "root causes?.*|causes?|contributing factors?.*|what (?:caused|went wrong).*|why did (?:it|this) happen.*|cause analysis|the technical problem|five whys|proximate root cause|fault");
        means(
                Kind.REMEDY,
                "resolution.*|mitigations?.*|fix|the fix|recovery|how (?:was it|we) (?:fixed|resolved).*|remediation|workaround");
        means(
                Kind.SUMMARY,
                "summary|executive summary|tl dr|tldr|overview|what happened.*|description|incident summary|synopsis|abstract|lead ?up|context|identified");
        means(Kind.SEVERITY, "severity|sev|priority|incident severity|severity level|urgency");
        means(Kind.STATUS, "status|incident status|state");
        means(
                Kind.SERVICE,
                "services?|affected (?:services?|systems?|components?)|services? (?:affected|impacted)|impacted services?|systems?|components?|product|products|categories|category");
        means(
                Kind.STARTED,
                "start|start time|started|started at|start date|begin|beginning|impact started|start of impact|opened at|incident start");
        means(
                Kind.DETECTED,
                "first detected|detected|detected at|time detected|incident declared|detection time|declared");
        means(Kind.RESOLVED, "resolved|resolved at|end|end time|ended|end date|repaired|closed at|closed|incident end");
        means(
                Kind.DURATION,
                "duration|time to repair|time to resolve|time to recovery|total impact duration|impact duration|length|downtime|outage duration|incident duration|mttr|ttr");
        means(Kind.DATE, "date|incident date|date of incident|day|created|when|created at|date time");
    }

    private Labels() {}

    private static void means(Kind kind, String labels) {
        MEANINGS.put(kind, Pattern.compile("(?:" + labels + ")"));
    }

    /** What a label says of what stands under it. */
    static Optional<Kind> of(String plain) {
        return MEANINGS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
