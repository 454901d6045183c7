package io.github.incidentadvisor.settings;

import java.util.Arrays;
import java.util.Optional;

/** Every name that a user can set; with {@code incident-advisor.} before it on a command line. */
public enum Setting {
    BASE("base", "", false),
    UPGRADE("upgrade", "", false),
    TODAY("today", "", false),
    FAIL_ON("failOn", "never", false),
    OUTPUT_DIRECTORY("outputDirectory", "", false),
    FORMATS("formats", "console,json,markdown", false),
    INCIDENTS("incidents", ".incident-advisor/incidents,docs/incidents,docs/postmortems", true),
    REDACT("redact", "", true),
    QUOTE_PRIVATE_INCIDENTS("quotePrivateIncidents", "false", true),
    ID("id", "", false),
    APPLY("apply", "", false),
    REPOSITORIES("repositories", "", true),
    WHO("who", "", false),
    SHARD("shard", "", false),
    SHARDS("shards", "", false),
    PLAN("plan", "", true),
    MERGE("merge", "", true),
    STATE("state", "", true),
    SHOW_PROMPT("showPrompt", "false", false),
    RECORD("record", "", true),
    FAIL_ON_ERROR("failOnError", "false", false),
    PRIVATE_GROUPS("privateGroups", "", false),
    KUBERNETES_VERSION("kubernetesVersion", "", false),
    OFFLINE("offline", "false", false),
    SKIP("skip", "false", false),
    MAX_FINDINGS("maxFindings", "200", false),
    REQUEST_BUDGET("requestBudget", "150", false),
    CACHE_DIRECTORY("cacheDirectory", "", true),
    LIFECYCLE_URL("lifecycleUrl", "https://endoflife.date/api/v1", true),
    GITHUB_API_URL("githubApiUrl", "https://api.github.com", true),
    NOTES("notes", ".incident-advisor/notes", true),
    CLONES("clones", "", true),
    FEEDS("feeds", "", true),
    OSV_URL("osvUrl", "https://api.osv.dev", true),
    MODEL("model", "", true),
    MODEL_BASE_URL("modelBaseUrl", "", true),
    SERVER_ID("serverId", "", true),
    SECOND_READING("secondReading", "false", true);

    /** What stands before a name on a command line. */
    public static final String PREFIX = "incident-advisor.";

    private final String key;
    private final String fallback;
    private final boolean trusted;

    Setting(String key, String fallback, boolean trusted) {
        this.key = key;
        this.fallback = fallback;
        this.trusted = trusted;
    }

    /** The name as written in a POM or in the file. */
    public String key() {
        return key;
    }

    /** What holds when nobody says anything; may be empty. */
    public String fallback() {
        return fallback;
    }

    /**
     * Whether it decides whom we talk to or what we read outside the tree: then a pull request's head may not set it, only the
     * command line and the base commit.
     */
    public boolean isTrusted() {
        return trusted;
    }

    /** The setting of this name. */
    public static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
