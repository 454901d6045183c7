package io.github.incidentadvisor.settings;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Suppression;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * {@code .incident-advisor.yml} at the root of a tree. Nothing in it can name a secret, and a mistake in one line costs that
 * line and is said.
 *
 * @param suppressions in the order of the file
 */
public record SettingsFile(Map<Setting, String> values, List<Suppression> suppressions, List<Gap> gaps) {
    /** Where it stands. */
    public static final String PATH = ".incident-advisor.yml";

    private static final Pattern SECRET = Pattern.compile("(?i).*(token|password|passwd|secret|api[-_]?key).*");
    private static final int MAX_CHARACTERS = 256 * 1024;

    /** No file. */
    public static final SettingsFile NONE = new SettingsFile(Map.of(), List.of(), List.of());

    public SettingsFile {
        values = Map.copyOf(values);
        suppressions = List.copyOf(suppressions);
        gaps = List.copyOf(gaps);
    }

    /**
     * The file of {@code tree}, or {@link #NONE}.
     *
     * @throws AdvisorException when it holds what looks like a secret: that must not be overlooked
     */
    public static SettingsFile of(Tree tree) {
        Optional<Tree.Entry> entry = tree.find(PATH);
        if (entry.isEmpty()) {
            return NONE;
        }
        if (entry.get().size() > MAX_CHARACTERS) {
            return broken("has more than " + MAX_CHARACTERS / 1024 + " KiB; settings are not that long", Place.NONE);
        }
        return parse(new String(tree.read(entry.get()), StandardCharsets.UTF_8));
    }

    /** The same from text. */
    static SettingsFile parse(String text) {
        LoadSettings load = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(10)
                .setLabel(PATH)
                .build();
        Optional<Node> root;
        try {
            root = new Compose(load).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return broken("is no YAML: " + e.getProblem() + "; none of it is used", new Place(PATH, line));
        } catch (YamlEngineException | StackOverflowError e) {
            return broken("is no YAML that can be read; none of it is used", Place.NONE);
        }
        if (root.isEmpty()) {
            return NONE;
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            return broken("must hold 'name: value' lines; none of it is used", place(root.get()));
        }
        Reading reading = new Reading();
        mapping.getValue().forEach(reading::entry);
        return new SettingsFile(reading.values, reading.suppressions, reading.gaps);
    }

    private static SettingsFile broken(String reason, Place place) {
        return new SettingsFile(Map.of(), List.of(), List.of(new Gap(PATH, PATH + " " + reason, place)));
    }

    private static Place place(Node node) {
        return new Place(
                PATH, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    private static final class Reading {
        private final Map<Setting, String> values = new EnumMap<>(Setting.class);
        private final List<Suppression> suppressions = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();

        void entry(NodeTuple tuple) {
            String key = scalar(tuple.getKeyNode()).orElse("");
            Node value = tuple.getValueNode();
            if (SECRET.matcher(key).matches()) {
                throw new AdvisorException(place(tuple.getKeyNode()) + ": '" + key
                        + "' looks like a secret. Keep secrets in a <server> of settings.xml or in the environment, "
                        + "take this one out, and change it: it has been in a file.");
            }
            if (key.equals("suppressions")) {
                suppressions(value);
                return;
            }
            Optional<Setting> setting = Setting.named(key);
            if (setting.isEmpty()) {
                gap(tuple.getKeyNode(), "'" + key + "' is no setting; " + nearest(key));
                return;
            }
            text(value)
                    .ifPresentOrElse(
                            text -> values.put(setting.get(), text),
                            () -> gap(value, "'" + key + "' must be a plain value or a list of them"));
        }

        private static String nearest(String key) {
            for (Setting setting : Setting.values()) {
                if (setting.key().equalsIgnoreCase(key.replace("-", "").replace("_", ""))) {
                    return "write '" + setting.key() + "'";
                }
            }
            return "the goal 'help' lists them";
        }

        private void suppressions(Node node) {
            if (!(node instanceof SequenceNode list)) {
                gap(node, "'suppressions' must be a list");
                return;
            }
            for (Node item : list.getValue()) {
                suppression(item);
            }
        }

        private void suppression(Node node) {
            if (!(node instanceof MappingNode mapping)) {
                gap(node, "a suppression needs 'id' or 'rule', 'reason' and 'until'");
                return;
            }
            Map<String, String> fields = new java.util.HashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                scalar(tuple.getKeyNode())
                        .ifPresent(key -> scalar(tuple.getValueNode()).ifPresent(value -> fields.put(key, value)));
            }
            String target =
                    fields.getOrDefault("id", fields.getOrDefault("rule", "")).strip();
            String reason = fields.getOrDefault("reason", "").strip();
            String until = fields.getOrDefault("until", "").strip();
            if (target.isEmpty() || reason.isEmpty() || until.isEmpty()) {
                gap(node, "a suppression needs 'id' or 'rule', 'reason' and 'until'; this one does nothing");
                return;
            }
            try {
                suppressions.add(new Suppression(target, reason, LocalDate.parse(until), place(node)));
            } catch (DateTimeParseException e) {
                gap(node, "'until: " + until + "' is no day such as 2026-11-24; this suppression does nothing");
            }
        }

        private void gap(Node at, String reason) {
            gaps.add(new Gap(PATH, reason, place(at)));
        }

        private static Optional<String> text(Node node) {
            if (node instanceof SequenceNode list) {
                List<String> parts = new ArrayList<>();
                for (Node item : list.getValue()) {
                    Optional<String> part = scalar(item);
                    if (part.isEmpty()) {
                        return Optional.empty();
                    }
                    parts.add(part.get());
                }
                return Optional.of(String.join(",", parts));
            }
            return scalar(node);
        }

        private static Optional<String> scalar(Node node) {
            return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
        }
    }
}
