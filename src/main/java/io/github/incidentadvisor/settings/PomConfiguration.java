package io.github.incidentadvisor.settings;

import io.github.incidentadvisor.model.AdvisorException;
import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a POM's own text says in the {@code <configuration>} of our plugin: read from the base commit to see which of the live
 * values a change has not touched.
 */
public final class PomConfiguration {
    private static final String PLUGIN = "incident-advisor-maven-plugin";

    private PomConfiguration() {}

    /** The values of our plugin's configuration in {@code pom}; empty when it has none or is no XML. */
    public static Map<Setting, String> of(byte[] pom) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(pom));
            Map<Setting, String> plugin = new EnumMap<>(Setting.class);
            boolean ours = false;
            boolean configuration = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    Optional<Setting> setting = configuration ? Setting.named(name) : Optional.empty();
                    if (name.equals("plugin")) {
                        plugin.clear();
                        ours = false;
                    } else if (name.equals("configuration")) {
                        configuration = true;
                    } else if (name.equals("artifactId") && !configuration) {
                        ours |= xml.getElementText().strip().equals(PLUGIN);
                    } else if (setting.isPresent()) {
                        text(xml).ifPresent(text -> plugin.put(setting.get(), text));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (xml.getLocalName().equals("configuration")) {
                        configuration = false;
                    } else if (xml.getLocalName().equals("plugin") && ours) {
                        values.putAll(plugin);
                    }
                }
            }
        } catch (XMLStreamException e) {
            return Map.of();
        }
        return values;
    }

    private static Optional<String> text(XMLStreamReader xml) {
        try {
            return Optional.of(xml.getElementText().strip());
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /**
     * Refuses a literal secret in the live configuration.
     *
     * @param key the element's name
     * @throws AdvisorException when it looks like one
     */
    public static void refuseSecret(String key, String value) {
        if (key.matches("(?i).*(token|password|passwd|secret|api[-_]?key).*") && !value.isBlank()) {
            throw new AdvisorException(
                    "<" + key + "> in the plugin's <configuration> looks like a secret. Keep secrets in a "
                            + "<server> of settings.xml or in the environment, and change this one: it has been in a file.");
        }
    }
}
