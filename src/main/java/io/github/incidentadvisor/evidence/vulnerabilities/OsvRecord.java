package io.github.incidentadvisor.evidence.vulnerabilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.evidence.Vulnerabilities.Vulnerability;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record of the Open Source Vulnerability format, as far as it is wanted; fields of a wrong type count as absent.
 *
 * @see <a href="https://ossf.github.io/osv-schema/">the format</a>
 */
record OsvRecord(JsonNode node) {
    private static final int SUMMARY = 300;

    String id() {
        return text(node, "id");
    }

    boolean isWithdrawn() {
        return !text(node, "withdrawn").isEmpty();
    }

    /** What it is of one version of an artifact. */
    Vulnerability of(Coordinates coordinates) {
        Set<String> names = new LinkedHashSet<>();
        names.add(id());
        node.path("aliases").forEach(alias -> {
            if (alias.isTextual() && OsvVulnerabilities.isId(alias.asText())) {
                names.add(alias.asText());
            }
        });
        String best = names.stream()
                .filter(name -> name.startsWith("CVE-"))
                .min(Comparator.naturalOrder())
                .orElse(id());
        return new Vulnerability(
                best,
                names.stream().filter(name -> !name.equals(best)).sorted().toList(),
                summary(),
                severity(),
                "https://osv.dev/vulnerability/" + id(),
                text(node, "modified").matches("\\d{4}-\\d{2}-\\d{2}.*")
                        ? text(node, "modified").substring(0, 10)
                        : "",
                fixedIn(coordinates));
    }

    private String summary() {
        String summary = text(node, "summary");
        String words = summary.isEmpty() ? text(node, "details") : summary;
        String plain = words.substring(0, Math.min(words.length(), 4 * SUMMARY))
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() <= SUMMARY ? plain : plain.substring(0, SUMMARY).replaceFirst("\\s+\\S*$", "") + " …";
    }

    /** The database's word where it has one, and the vector as it is given; nothing is computed from it. */
    private String severity() {
        List<String> given = new ArrayList<>();
        String word = text(node.path("database_specific"), "severity");
        if (word.matches("[A-Za-z]{2,20}")) {
            given.add(word);
        }
        for (JsonNode one : node.path("severity")) {
            if (text(one, "score").matches("[A-Za-z0-9:./ -]{1,200}")) {
                given.add(text(one, "score"));
            }
        }
        return String.join(", ", given.stream().limit(2).toList());
    }

    private Version fixedIn(Coordinates coordinates) {
        List<Version> fixed = new ArrayList<>();
        for (JsonNode affected : node.path("affected")) {
            JsonNode packaged = affected.path("package");
            if (text(packaged, "ecosystem").equals("Maven")
                    && text(packaged, "name").equals(coordinates.artifact().ga())) {
                for (JsonNode range : affected.path("ranges")) {
                    first(range, coordinates.version()).ifPresent(fixed::add);
                }
            }
        }
        return fixed.stream().min(VersionOrder.MAVEN).orElse(Version.NONE);
    }

    /** The end of the stretch of a range that the version is in. */
    private static Optional<Version> first(JsonNode range, Version version) {
        Version start = new Version("0");
        for (JsonNode event : range.path("events")) {
            if (!text(event, "introduced").isEmpty()) {
                start = new Version(text(event, "introduced"));
            } else if (!text(event, "fixed").isEmpty()) {
                Version end = new Version(text(event, "fixed"));
                if (VersionOrder.MAVEN.compare(start, version) <= 0 && VersionOrder.MAVEN.compare(version, end) < 0) {
                    return Optional.of(end);
                }
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.get(field).asText() : "";
    }
}
