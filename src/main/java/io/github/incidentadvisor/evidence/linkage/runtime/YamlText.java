package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads every document of a YAML file as Spring flattens it: {@code a.b[0].c}, with the line of each last key. */
final class YamlText {
    private static final int LIMIT = 2 << 20;
    private static final int DEPTH = 60;
    private static final int SETTINGS = 50_000;

    /** What Maven's resource filter replaces before YAML is read; as it stands, {@code @} begins no YAML value. */
    private static final Pattern FILTERED = Pattern.compile("@([\\w.-]+)@");

    private final String path;
    private final List<Setting> settings = new ArrayList<>();

    private YamlText(String path) {
        this.path = path;
    }

    /** What cannot be read is a gap, and the documents before it count. */
    static List<Setting> settings(String path, String text, Gaps gaps) {
        LoadSettings load = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(LIMIT)
                .setMaxAliasesForCollections(50)
                .setLabel(path)
                .build();
        YamlText reading = new YamlText(path);
        try {
            String plain = FILTERED.matcher(text).replaceAll("_$1_");
            for (Node document : new Compose(load).composeAllFromString(plain)) {
                reading.walk("", document, place(path, document), 0);
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            gaps.add(path, "is no YAML from here on: " + e.getProblem(), new Place(path, line));
        } catch (YamlEngineException | StackOverflowError e) {
            gaps.add(path, "is no YAML that can be read", new Place(path, 1));
        }
        return reading.settings;
    }

    private static Place place(String path, Node node) {
        return new Place(
                path, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    private void walk(String key, Node node, Place place, int depth) {
        if (depth > DEPTH || settings.size() > SETTINGS) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name) {
                    String next = key.isEmpty() ? name.getValue() : joined(key, name.getValue());
                    walk(next, tuple.getValueNode(), place(path, name), depth + 1);
                }
            }
        } else if (node instanceof SequenceNode list) {
            int index = 0;
            for (Node item : list.getValue()) {
                walk(
                        key + "[" + index++ + "]",
                        item,
                        item instanceof ScalarNode ? place(path, item) : place,
                        depth + 1);
            }
        } else if (node instanceof ScalarNode scalar && !key.isEmpty()) {
            settings.add(new Setting(key, scalar.getValue(), place));
        }
    }

    private static String joined(String key, String name) {
        return name.startsWith("[") ? key + name : key + "." + name;
    }
}
