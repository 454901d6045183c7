package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Package URLs back into components, <a href="https://github.com/package-url/purl-spec">purl-spec</a>. */
final class Purls {
    private Purls() {}

    /** @throws AdvisorException when it names nothing that we know */
    static Component parse(String purl) {
        String body = purl.startsWith("pkg:") ? purl.substring(4) : "";
        int question = body.indexOf('?');
        String[] path = (question < 0 ? body : body.substring(0, question)).split("/");
        Map<String, String> qualifiers = new HashMap<>();
        for (String pair :
                question < 0 ? new String[0] : body.substring(question + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                qualifiers.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        if (path.length == 3 && path[0].equals("maven")) {
            return new Component.Artifact(
                    decoded(path[1]),
                    decoded(path[2]),
                    qualifiers.getOrDefault("type", "jar"),
                    qualifiers.getOrDefault("classifier", ""));
        }
        String from = qualifiers.getOrDefault("repository_url", "");
        if (path.length >= 2 && path[0].equals("docker")) {
            return new Component.Image(from, rest(path, 1));
        }
        if (path.length == 3 && path[0].equals("githubactions")) {
            return new Component.Action(decoded(path[1]), decoded(path[2]));
        }
        if (path.length >= 2 && path[0].equals("generic")) {
            return switch (path.length == 2 ? "" : path[1]) {
                case "helm-chart" -> new Component.Chart(rest(path, 2), from);
                case "terraform-provider" -> new Component.TerraformProvider(rest(path, 2));
                case "terraform-module" -> new Component.TerraformModule(rest(path, 2));
                default -> new Component.Platform(rest(path, 1));
            };
        }
        throw new AdvisorException("'" + purl + "' is no package URL of a kind that this release knows.");
    }

    private static String rest(String[] path, int from) {
        return decoded(String.join("/", Arrays.asList(path).subList(from, path.length)));
    }

    /** With a version, which stands before the qualifiers. */
    static String withVersion(Component component, String version) {
        String purl = component.purl();
        int question = purl.indexOf('?');
        String at = "@"
                + java.net.URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20");
        return question < 0 ? purl + at : purl.substring(0, question) + at + purl.substring(question);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
