package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.Xml.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What a published POM says of its project, as it stands there: nothing inherited, nothing interpolated but its own coordinates.
 *
 * @param parent {@code group}, {@code artifact}, {@code version} of its parent; empty when it has none
 * @param addresses where it says that the project is, the surest first
 * @param tag of its {@code scm}; empty when it names none
 * @param movedTo {@code group:artifact:version} of its relocation as far as it is said; empty when it has none
 */
record Pom(List<String> parent, List<String> addresses, String tag, String movedTo, String movedWhy) {
    private static final int LARGEST = 2 << 20;

    /** Empty when the file is no POM that can be read. */
    static Optional<Pom> read(Path file, String artifact, String version) {
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            Element project = Xml.read(Files.readAllBytes(file));
            return project.name().equals("project") ? Optional.of(of(project, artifact, version)) : Optional.empty();
        } catch (IOException | XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Pom of(Element project, String artifact, String version) {
        Element parent = project.child("parent");
        Element scm = project.child("scm");
        Element relocation = project.child("distributionManagement").child("relocation");
        boolean moved = !relocation.children().isEmpty();
        String to = String.join(":", relocation.of("groupId"), relocation.of("artifactId"), relocation.of("version"));
        return new Pom(
                parent.children().isEmpty()
                        ? List.of()
                        : List.of(parent.of("groupId"), parent.of("artifactId"), parent.of("version")),
                List.of(
                                scm.of("url"),
                                scm.of("connection"),
                                scm.of("developerConnection"),
                                project.of("url"),
                                project.child("issueManagement").of("url"))
                        .stream()
                        .map(address -> own(address, artifact, version))
                        .filter(address -> !address.isEmpty() && !address.contains("${"))
                        .distinct()
                        .toList(),
                own(scm.of("tag"), artifact, version).replaceFirst("^HEAD$|.*\\$\\{.*", ""),
                moved ? to.replaceAll("^:+|:+$", "") : "",
                moved ? relocation.of("message") : "");
    }

    private static String own(String text, String artifact, String version) {
        return text.replace("${project.artifactId}", artifact)
                .replace("${artifactId}", artifact)
                .replace("${project.version}", version)
                .replace("${version}", version);
    }
}
