package io.github.incidentadvisor.evidence.notes;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as a tree of elements: no document type, no entities, so deep and so many and no more. */
final class Xml {
    private static final int DEEPEST = 60;
    private static final int MOST = 300_000;

    private Xml() {}

    /**
     * An element.
     *
     * @param name without a namespace
     * @param text of it and all that is in it
     */
    record Element(String name, Map<String, String> attributes, List<Element> children, StringBuilder text, int line) {
        String attribute(String of) {
            return attributes.getOrDefault(of, "").strip();
        }

        /** Its text, blanks collapsed. */
        String words() {
            return Block.collapsed(text.toString());
        }

        /** The text of the first child of this name; empty when there is none. */
        String of(String child) {
            return children.stream()
                    .filter(one -> one.name.equals(child))
                    .map(Element::words)
                    .findFirst()
                    .orElse("");
        }

        /** The first child of this name, or an empty element. */
        Element child(String child) {
            return children.stream()
                    .filter(one -> one.name.equals(child))
                    .findFirst()
                    .orElseGet(() -> new Element(child, Map.of(), List.of(), new StringBuilder(), line));
        }
    }

    /** @throws XMLStreamException when it is no XML that can be read within bounds */
    static Element read(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Element root = new Element("", Map.of(), new ArrayList<>(), new StringBuilder(), 1);
        Deque<Element> open = new ArrayDeque<>(List.of(root));
        int elements = 0;
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() > DEEPEST || ++elements > MOST) {
                            throw new XMLStreamException("more elements than are read, or deeper ones");
                        }
                        Element element = element(reader);
                        open.peek().children().add(element);
                        open.push(element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element ended = open.pop();
                        append(open.peek(), " " + ended.text() + " ");
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        append(open.peek(), reader.getText());
                    default -> {
                        // Comments, instructions and references to entities say nothing here.
                    }
                }
            }
        } catch (RuntimeException e) {
            throw new XMLStreamException("no XML that can be read", e);
        }
        return root.children().stream().findFirst().orElse(root);
    }

    /** Text of what is inside is part of the text outside, but only as far as an entry is long. */
    private static void append(Element element, String text) {
        int room = Lines.LONGEST - element.text().length();
        if (room > 0) {
            element.text().append(text, 0, Math.min(room, text.length()));
        }
    }

    private static Element element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new Element(
                reader.getLocalName(),
                attributes,
                new ArrayList<>(),
                new StringBuilder(),
                reader.getLocation().getLineNumber());
    }
}
