package io.github.incidentadvisor.evidence.linkage.runtime;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a small XML document, without DTD and external entities.
 *
 * @param line of its start tag
 * @param attributes values of all its attributes
 */
record XmlElement(String name, int line, List<String> attributes, StringBuilder content, List<XmlElement> children) {
    private static final int ELEMENTS = 200_000;
    private static final int DEPTH = 200;

    /**
     * The root.
     *
     * @throws XMLStreamException when it is no XML, or too much of it
     */
    static XmlElement parse(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
        XmlElement document = new XmlElement("", 1, List.of(), new StringBuilder(), new ArrayList<>());
        Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
        int count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > ELEMENTS || open.size() > DEPTH) {
                        throw new XMLStreamException("it has too many elements", xml.getLocation());
                    }
                    XmlElement element = of(xml);
                    open.getLast().children().add(element);
                    open.addLast(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.getLast().content().append(xml.getText());
                default -> {}
            }
        }
        return document.children().stream().findFirst().orElseThrow(() -> new XMLStreamException("it has no element"));
    }

    private static XmlElement of(XMLStreamReader xml) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.add(xml.getAttributeLocalName(i));
        }
        int line = Math.max(1, xml.getLocation().getLineNumber());
        return new XmlElement(xml.getLocalName(), line, attributes, new StringBuilder(), new ArrayList<>());
    }

    String text() {
        return content.toString().strip();
    }

    Stream<XmlElement> all(String name) {
        return children.stream().filter(child -> child.name().equals(name));
    }

    Optional<XmlElement> child(String name) {
        return all(name).findFirst();
    }

    /** The text of a child; empty when there is none. */
    String text(String name) {
        return child(name).map(XmlElement::text).orElse("");
    }
}
