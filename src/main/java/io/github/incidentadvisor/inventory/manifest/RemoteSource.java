package io.github.incidentadvisor.inventory.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place outside the tree that a manifest takes files from, by git or over http, as kustomize and Terraform write them.
 *
 * @param name host and path, without scheme, version and inner folder
 * @param version the tag, branch or commit that is asked for; empty when none is
 */
record RemoteSource(String name, String version) {
    private static final Pattern REF = Pattern.compile("[?&](?:ref|version)=([^&\\s]+)");
    private static final Pattern RELEASE =
            Pattern.compile("(?:https?://)?(github\\.com/[^/]+/[^/]+)/releases/download/([^/]+)/.*");
    private static final Pattern RAW = Pattern.compile(
            "(?:https?://)?raw\\.githubusercontent\\.com/([^/]+/[^/]+)/(?:refs/(?:tags|heads)/)?([^/]+)/.*");
    private static final Pattern BLOB =
            Pattern.compile("(?:https?://)?(github\\.com/[^/]+/[^/]+)/(?:raw|blob|tree)/([^/]+)/.*");

    /** The form that kustomize and Terraform share; none when it is a path in the tree. */
    static Optional<RemoteSource> of(String text) {
        if (text.length() > 1000) {
            return Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {RELEASE, RAW, BLOB}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                String name = pattern == RAW ? "github.com/" + matcher.group(1) : matcher.group(1);
                return Optional.of(new RemoteSource(name, matcher.group(2)));
            }
        }
        String source = text.replaceFirst("^git::", "");
        boolean scheme = source.matches("(?:https?|ssh|git)://.*");
        boolean scp = source.matches("[\\w.-]+@[\\w.-]+:.*");
        boolean host = source.matches("(?:github\\.com|gitlab\\.com|bitbucket\\.org)[/:].*");
        if (!scheme && !scp && !host && source.equals(text)) {
            return Optional.empty();
        }
        Matcher ref = REF.matcher(source);
        String version = ref.find() ? ref.group(1) : "";
        String path = source.replaceFirst("\\?.*$", "")
                .replaceFirst("^\\w+://", "")
                .replaceFirst("^[^/@]*@", "")
                .replaceFirst("^([\\w.-]+):(?!\\d)", "$1/");
        int inner = path.indexOf("//");
        String repository = (inner < 0 ? path : path.substring(0, inner)).replaceFirst("\\.git(?:/.*)?$", "");
        Matcher hub = Pattern.compile("(github\\.com/[^/]+/[^/]+)/.*").matcher(repository);
        return Optional.of(
                new RemoteSource(hub.matches() ? hub.group(1) : repository.replaceFirst("/+$", ""), version));
    }
}
