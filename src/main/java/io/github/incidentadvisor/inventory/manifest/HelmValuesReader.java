package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Resolved.Part;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Place;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Images in the values of Helm charts, in the forms that charts use: one text; registry, repository, tag and digest in a
 * mapping; name and tag in keys beside each other.
 */
final class HelmValuesReader implements ManifestReader {
    private static final Pattern NAME = Pattern.compile("(?:.*[-_.])?values(?:[-_.].*)?\\.ya?ml");
    private static final Pattern ACTION = Pattern.compile("\\{\\{[^}]{0,2000}}}");
    private static final int TEMPLATES = 200;
    private static final Pattern IMAGE = Pattern.compile("(?i)image|repository");

    @Override
    public boolean canBe(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return NAME.matcher(name).matches() && !path.contains("templates/");
    }

    @Override
    public boolean recognises(Source file) {
        return IMAGE.matcher(file.text()).find()
                && (!file.yaml().isWhole()
                        || file.root()
                                .filter(root -> !KubernetesReader.isObject(root))
                                .isPresent());
    }

    @Override
    public void read(Source file, Findings findings) {
        if (!file.yaml().isWhole() && !file.has("${") && !file.has("{{")) {
            LineScan.images(file, findings);
        }
        file.yaml().documents().forEach(document -> new Walk(file, findings).walk("", document));
    }

    /** One document. */
    private static final class Walk {
        private final Source file;
        private final Findings findings;
        private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private List<String> appVersionActions;

        Walk(Source file, Findings findings) {
            this.file = file;
            this.findings = findings;
        }

        void walk(String path, YamlNode node) {
            if (!seen.add(node)) {
                return;
            }
            if (node instanceof Items items) {
                items.all().forEach(item -> walk(path, item));
            } else if (node instanceof Fields fields) {
                inParts(path, fields);
                for (Entry entry : fields.entries()) {
                    String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
                    if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
                        text(inner, entry.key(), scalar, fields);
                    } else {
                        walk(inner, entry.value());
                    }
                }
            }
        }

        /** {@code repository} (or {@code name}) with {@code tag}, {@code digest} and {@code registry} around it. */
        private void inParts(String path, Fields fields) {
            Optional<Scalar> named = fields.scalar("repository");
            boolean isImage = last(path).toLowerCase(Locale.ROOT).endsWith("image");
            if (named.isEmpty() && isImage) {
                named = fields.scalar("name");
            }
            if (named.isEmpty() && isImage) {
                named = fields.scalar("image");
            }
            if (named.isEmpty() || !(isImage || fields.has("tag") || fields.has("digest") || fields.has("sha"))) {
                return;
            }
            // A mapping of many images' common prefix has a plural name and names none.
            if (last(path).equals("images") || last(path).equals("global")) {
                return;
            }
            Scalar repository = named.get();
            if (repository.text().contains("://") || repository.text().startsWith("oci:")) {
                return;
            }
            image(
                    path,
                    fields.text("registry"),
                    repository,
                    fields.scalar("tag").or(() -> fields.scalar("version")),
                    fields.scalar("digest")
                            .or(() -> fields.scalar("sha"))
                            .map(Scalar::text)
                            .orElse(""));
        }

        private static String last(String path) {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        private void image(String path, String registry, Scalar repository, Optional<Scalar> tag, String digest) {
            String name = (registry.isEmpty() ? "" : registry.replaceFirst("/+$", "") + "/") + repository.text();
            if (name.contains("{{")) {
                return;
            }
            String hash = digest.isEmpty() || digest.contains(":") ? digest : "sha256:" + digest;
            boolean tagged = tag.filter(text -> !text.text().isEmpty()).isPresent();
            String pin = hash.isEmpty() ? "" : "@" + hash;
            Place place = file.at(tagged ? tag.get().line() : repository.line());
            Resolved text;
            if (tagged && tag.get().text().contains("{{")) {
                text = Resolved.join(List.of(
                        new Part(name + ":", true, Place.NONE),
                        new Part(tag.get().text(), false, Place.NONE)));
            } else if (tagged) {
                text = Resolved.of(name + ":" + tag.get().effective() + pin);
            } else if (hash.isEmpty()) {
                text = ofTheChart(path, name, tag.isPresent());
            } else {
                text = Resolved.of(name + pin);
            }
            Mention.image(text, tagged ? tag.get().text() : repository.text(), place)
                    .ifPresent(mention -> findings.add(mention.holder(path)));
        }

        /** A tag that is left open stands for the chart's appVersion where a template of the chart says so. */
        private Resolved ofTheChart(String path, String name, boolean open) {
            Optional<Source> chart = file.beside("Chart.yaml");
            Optional<Scalar> version = chart.flatMap(Source::root).flatMap(root -> root.scalar("appVersion"));
            if (version.isPresent() && isByAppVersion(path)) {
                Place declared = new Place(chart.get().path(), version.get().line());
                return Resolved.join(List.of(
                        new Part(name + ":", true, Place.NONE),
                        new Part(version.get().text(), true, declared)));
            }
            return open
                    ? Resolved.join(List.of(new Part(name + ":", true, Place.NONE), new Part("", false, Place.NONE)))
                    : Resolved.of(name);
        }

        private boolean isByAppVersion(String path) {
            if (appVersionActions == null) {
                appVersionActions = file.files().under(file.folder() + "templates/").stream()
                        .limit(TEMPLATES)
                        .map(file.files()::find)
                        .flatMap(Optional::stream)
                        .filter(template -> template.has("Chart.AppVersion"))
                        .flatMap(template -> ACTION.matcher(template.text()).results())
                        .map(MatchResult::group)
                        .filter(action -> action.contains("Chart.AppVersion"))
                        .toList();
            }
            Pattern tag = Pattern.compile("\\.Values\\." + Pattern.quote(path) + "\\.tag\\b");
            return appVersionActions.stream()
                    .anyMatch(action -> tag.matcher(action).find());
        }

        private void text(String path, String key, Scalar scalar, Fields around) {
            String lower = key.toLowerCase(Locale.ROOT);
            if (!lower.endsWith("image") && !lower.endsWith("imagename")) {
                return;
            }
            String stem = key.replaceFirst("(?i)(?:name)?$", "");
            Optional<Scalar> tag = around.scalar(stem + "Tag")
                    .or(() -> around.scalar(stem + "_tag"))
                    .or(() -> around.scalar(stem + "Version"))
                    .or(() -> lower.equals("image") ? around.scalar("tag") : Optional.empty());
            if (tag.isPresent() && !scalar.text().contains("{{")) {
                image(path, "", scalar, tag, "");
            } else if (ImageName.parse(scalar.text())
                    .filter(image -> !image.version().isEmpty())
                    .isPresent()) {
                Mention.image(Resolved.of(scalar.text()), scalar.text(), file.at(scalar.line()))
                        .ifPresent(mention -> findings.add(mention.holder(path)));
            }
        }
    }
}
