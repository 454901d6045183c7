package io.github.incidentadvisor.action.hub;

import java.util.Map;

/**
 * Whom a token speaks for, and what it may.
 *
 * @param permissions {@code read} or {@code write} by GitHub's name of the permission
 */
public record Caller(String login, String type, Map<String, String> permissions) {
    /** What a workflow with the permissions of our README has. */
    public static final Caller WORKFLOW = bot(Map.of(
            "contents",
            "read",
            "metadata",
            "read",
            "pull_requests",
            "write",
            "checks",
            "write",
            "security_events",
            "write"));

    /** What a scheduled workflow with the permissions of our README has. */
    public static final Caller SCAN = bot(Map.of("contents", "read", "metadata", "read", "issues", "write"));

    /** The same with the permissions that begun migrations need. */
    public static final Caller PROPOSES =
            bot(Map.of("contents", "write", "metadata", "read", "issues", "write", "pull_requests", "write"));

    /** What every workflow of a fork's pull request has. */
    public static final Caller FORK =
            bot(Map.of("contents", "read", "metadata", "read", "pull_requests", "read", "checks", "read"));

    /** A token without any right. */
    public static final Caller NOBODY = bot(Map.of());

    public static Caller bot(Map<String, String> permissions) {
        return new Caller("github-actions[bot]", "Bot", permissions);
    }

    public static Caller person(String login) {
        return new Caller(
                login,
                "User",
                Map.of(
                        "contents",
                        "write",
                        "metadata",
                        "read",
                        "issues",
                        "write",
                        "pull_requests",
                        "write",
                        "checks",
                        "read"));
    }

    Caller without(String permission) {
        Map<String, String> fewer = new java.util.HashMap<>(permissions);
        fewer.remove(permission);
        return new Caller(login, type, fewer);
    }

    boolean may(String permission, String level) {
        String held = permissions.getOrDefault(permission, "none");
        return held.equals("write") || held.equals(level);
    }
}
