package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The documents of a YAML or JSON file as {@link YamlNode}s, composed from the parser's events and not by its own composer: so
 * depth and size are bounded here, unknown tags stay, duplicate keys stay, and what stands before an error is kept.
 */
final class Yaml {
    private static final int DEPTH = 100;
    private static final int NODES = 1_000_000;

    private final ParserImpl events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private int nodes;

    /**
     * What a text says.
     *
     * @param documents the roots of the whole documents
     * @param error why reading stopped; empty when all was read
     * @param errorLine the line where it stopped, counted from 1
     */
    record Read(List<YamlNode> documents, String error, int errorLine) {
        Read {
            documents = List.copyOf(documents);
        }

        boolean isWhole() {
            return error.isEmpty();
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Refused(String why, int line) {
            super(why);
            this.line = line;
        }
    }

    private Yaml(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** Reads as far as the text is YAML; never throws for what it says. */
    static Read read(String text) {
        List<YamlNode> documents = new ArrayList<>();
        try {
            Yaml yaml = new Yaml(text);
            yaml.events.next();
            while (yaml.events.peekEvent().getEventId() == Event.ID.DocumentStart) {
                yaml.events.next();
                yaml.anchors.clear();
                documents.add(yaml.node(0));
                yaml.events.next();
            }
            return new Read(documents, "", 0);
        } catch (Refused e) {
            return new Read(documents, e.getMessage(), e.line);
        } catch (MarkedYamlEngineException e) {
            return new Read(
                    documents,
                    Optional.ofNullable(e.getProblem()).orElse("no YAML"),
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1));
        } catch (YamlEngineException e) {
            return new Read(
                    documents,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("no YAML"),
                    1);
        }
    }

    private YamlNode node(int depth) {
        Event event = events.next();
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        if (depth > DEPTH) {
            throw new Refused("nested deeper than " + DEPTH, line);
        }
        if (++nodes > NODES) {
            throw new Refused("more than " + NODES + " nodes", line);
        }
        if (event instanceof AliasEvent alias) {
            // An alias inside its own anchor, or of none: nothing that a manifest can mean.
            return anchors.getOrDefault(alias.getAlias(), new Scalar("", "", false, false, line));
        }
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            ScalarStyle style = scalar.getScalarStyle();
            boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
            node = new Scalar(scalar.getValue(), tag(scalar.getTag()), style != ScalarStyle.PLAIN, block, line);
        } else if (event instanceof SequenceStartEvent start) {
            List<YamlNode> all = new ArrayList<>();
            while (events.peekEvent().getEventId() != Event.ID.SequenceEnd) {
                all.add(node(depth + 1));
            }
            events.next();
            node = new Items(all, tag(start.getTag()), line);
        } else if (event instanceof MappingStartEvent start) {
            List<Entry> entries = new ArrayList<>();
            while (events.peekEvent().getEventId() != Event.ID.MappingEnd) {
                YamlNode key = node(depth + 1);
                YamlNode value = node(depth + 1);
                if (key instanceof Scalar scalar) {
                    entries.add(new Entry(scalar.text(), scalar.line(), value));
                }
            }
            events.next();
            node = new Fields(entries, tag(start.getTag()), line);
        } else {
            throw new Refused("unexpected " + event.getEventId(), line);
        }
        if (event instanceof NodeEvent named) {
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private static String tag(Optional<String> tag) {
        return tag.filter(text -> text.startsWith("!") && text.length() > 1).orElse("");
    }
}
