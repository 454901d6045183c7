package io.github.incidentadvisor.evidence.coverage;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * JaCoCo's XML report (its {@code report.dtd}, {@code -//JACOCO//DTD Report 1.1//EN}): groups, in them packages, in them source
 * files, in them lines with the counts of missed and covered instructions. Read as a stream and kept for the wanted files only; the
 * document type is skipped, nothing is fetched, no entity is replaced.
 */
final class JacocoXml {
    private static final int DEEPEST = 60;

    private JacocoXml() {}

    /**
     * A source file in a report.
     *
     * @param groups names of the groups that it stands in, the innermost first
     * @param name package and file: {@code com/acme/Pool.java}
     * @param lines whether any instruction was run, by line; lines without code are absent
     */
    record Source(List<String> groups, String name, Map<Integer, Boolean> lines) {}

    /**
     * The wanted source files.
     *
     * @throws XMLStreamException when it is no such report
     */
    static List<Source> read(InputStream in, Set<String> wanted) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return new Reading(wanted).of(factory.createXMLStreamReader(in));
        } catch (RuntimeException e) {
            throw new XMLStreamException("no XML that can be read", e);
        }
    }

    private static final class Reading {
        private final Set<String> wanted;
        private final List<Source> sources = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final Deque<String> groups = new ArrayDeque<>();
        private String folder = "";
        private Map<Integer, Boolean> lines = Map.of();

        Reading(Set<String> wanted) {
            this.wanted = wanted;
        }

        List<Source> of(XMLStreamReader reader) throws XMLStreamException {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begins(reader.getLocalName(), reader);
                } else if (event == XMLStreamConstants.END_ELEMENT && open.pop().equals("group")) {
                    groups.pop();
                }
            }
            return sources;
        }

        private void begins(String element, XMLStreamReader reader) throws XMLStreamException {
            if (open.isEmpty() && !element.equals("report")) {
                throw new XMLStreamException("its root is <" + element + ">, not <report>");
            }
            if (open.size() >= DEEPEST) {
                throw new XMLStreamException("elements are nested too deep");
            }
            open.push(element);
            switch (element) {
                case "group" -> groups.push(attribute(reader, "name"));
                case "package" -> folder = attribute(reader, "name");
                case "sourcefile" -> source(attribute(reader, "name"));
                case "line" -> line(reader);
                default -> {
                    // Classes, methods and counters are sums of lines; sessions say who ran them.
                }
            }
        }

        private void source(String file) {
            String name = folder.isEmpty() ? file : folder + "/" + file;
            lines = new HashMap<>();
            if (wanted.contains(name)) {
                sources.add(new Source(List.copyOf(groups), name, lines));
            }
        }

        private void line(XMLStreamReader reader) throws XMLStreamException {
            int covered = number(reader, "ci");
            if (covered > 0 || number(reader, "mi") > 0) {
                lines.merge(number(reader, "nr"), covered > 0, Boolean::logicalOr);
            }
        }

        private static String attribute(XMLStreamReader reader, String name) {
            String value = reader.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private static int number(XMLStreamReader reader, String name) throws XMLStreamException {
            String value = attribute(reader, name);
            if (!value.matches("\\d{0,9}")) {
                throw new XMLStreamException("a line's " + name + " is no number");
            }
            return value.isEmpty() ? 0 : Integer.parseInt(value);
        }
    }
}
