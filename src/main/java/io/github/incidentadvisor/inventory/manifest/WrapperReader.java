package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.model.Component;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of the Maven and Gradle wrappers, which pin the build tool. */
final class WrapperReader implements ManifestReader {
    private static final Pattern MAVEN = Pattern.compile("\\s*distributionUrl\\s*[=:].*?apache-maven[-/](?:[^/]*/)*?"
            + "(?:apache-maven-)?(\\d[\\w.-]*?)(?:-bin)?\\.(?:zip|tar\\.gz)\\s*");
    private static final Pattern GRADLE =
            Pattern.compile("\\s*distributionUrl\\s*[=:].*?gradle-(\\d[\\w.+-]*?)-(?:bin|all|src)\\.zip\\s*");
    private static final int LONGEST = 2000;

    @Override
    public boolean canBe(String path) {
        return isMaven(path) || path.endsWith("gradle-wrapper.properties");
    }

    private static boolean isMaven(String path) {
        return path.endsWith(".mvn/wrapper/maven-wrapper.properties");
    }

    @Override
    public boolean recognises(Source file) {
        return file.has("distributionUrl");
    }

    @Override
    public void read(Source file, Findings findings) {
        boolean maven = isMaven(file.path());
        Pattern form = maven ? MAVEN : GRADLE;
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = form.matcher(lines.get(i));
            if (lines.get(i).length() <= LONGEST && line.matches()) {
                findings.add(Mention.of(
                                maven ? Kind.MAVEN_WRAPPER : Kind.GRADLE_WRAPPER,
                                maven ? Component.Platform.MAVEN : new Component.Platform("gradle"),
                                maven ? "maven" : "gradle",
                                file.at(i + 1))
                        .raw(line.group(1))
                        .version(line.group(1))
                        .status(Status.RESOLVED));
            }
        }
    }
}
