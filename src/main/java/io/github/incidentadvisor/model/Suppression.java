package io.github.incidentadvisor.model;

import java.time.LocalDate;

/**
 * A finding that the team has decided to live with until a day.
 *
 * @param target a finding's id, or a rule: a finding kind ({@code end-of-life}), optionally with a purl after a space
 * @param by where it is written
 */
public record Suppression(String target, String reason, LocalDate until, Place by) {
    /** Whether it covers {@code finding} about {@code component} on {@code today}. */
    public boolean covers(Finding finding, Component component, LocalDate today) {
        if (today.isAfter(until)) {
            return false;
        }
        String rule = finding.kind().word();
        return target.equals(finding.id()) || target.equals(rule) || target.equals(rule + " " + component.purl());
    }
}
