package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What Maven reads besides POMs: {@code .mvn/extensions.xml}. The wrapper's properties are read with the manifests. */
final class BuildFiles {
    private static final String EXTENSIONS = ".mvn/extensions.xml";
    private static final long LIMIT = 1 << 20;

    private final List<Item> items = new ArrayList<>();
    private final List<DeclaredReference> references = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** @param poms paths of the POMs of the inventory: only what stands beside one of them is in use */
    BuildFiles(Tree tree, Collection<String> poms) {
        for (String pom : poms) {
            String folder = pom.substring(0, pom.lastIndexOf('/') + 1);
            tree.find(folder + EXTENSIONS)
                    .filter(entry -> entry.size() < LIMIT)
                    .ifPresent(entry -> extensions(entry.path(), tree.read(entry)));
        }
    }

    List<Item> items() {
        return items;
    }

    List<DeclaredReference> references() {
        return references;
    }

    List<Gap> gaps() {
        return gaps;
    }

    private void extensions(String path, byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String group = "";
        String artifact = "";
        String version = "";
        int line = 1;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                int event = xml.next();
                String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                        ? xml.getLocalName()
                        : "";
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (name) {
                        case "groupId" -> group = xml.getElementText().strip();
                        case "artifactId" -> artifact = xml.getElementText().strip();
                        case "version" -> {
                            version = xml.getElementText().strip();
                            line = xml.getLocation().getLineNumber();
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("extension") && !artifact.isEmpty()) {
                    Artifact named = Artifact.of(group, artifact);
                    add(
                            named,
                            new Version(version),
                            Role.EXTENSION,
                            new Place(path, line),
                            "maven-extension",
                            named.ga(),
                            version);
                }
            }
        } catch (XMLStreamException e) {
            int at = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            gaps.add(new Gap(path, "is no XML that can be read; its extensions are not known", new Place(path, at)));
        }
    }

    private void add(
            Component component, Version version, Role role, Place place, String kind, String name, String raw) {
        items.add(new Item(
                component,
                version,
                role,
                place.file(),
                "",
                false,
                new Declaration(place, place, raw, "", "", ""),
                List.of(),
                Version.NONE));
        Status status = raw.contains("${") ? Status.UNRESOLVED : Status.RESOLVED;
        String purl = component.purl() + (status == Status.RESOLVED ? "@" + version.text() : "");
        references.add(new DeclaredReference(kind, place, raw, name, version, status, purl));
    }
}
