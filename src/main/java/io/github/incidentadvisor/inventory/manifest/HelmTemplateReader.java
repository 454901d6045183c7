package io.github.incidentadvisor.inventory.manifest;

import java.util.regex.Pattern;

/** Raw Helm templates: their text is read with the actions blanked out; what stands under a condition is marked so. */
final class HelmTemplateReader implements ManifestReader {
    private static final Pattern OBJECT = Pattern.compile("(?m)^apiVersion:");
    private static final Pattern IMAGE = Pattern.compile("(?m)^[ \\t]*(?:- )?image:");

    @Override
    public boolean canBe(String path) {
        return (path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".tpl"))
                && path.contains("templates/");
    }

    @Override
    public boolean recognises(Source file) {
        return file.has("{{")
                && (OBJECT.matcher(file.text()).find()
                        || IMAGE.matcher(file.text()).find())
                && chart(file);
    }

    /** Whether a folder above {@code templates} holds a chart. */
    private static boolean chart(Source file) {
        String folder = file.folder();
        for (int at = folder.lastIndexOf("templates/"); at >= 0; at = folder.lastIndexOf("templates/", at - 1)) {
            if ((at == 0 || folder.charAt(at - 1) == '/')
                    && file.files().find(folder.substring(0, at) + "Chart.yaml").isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Source file, Findings findings) {
        GoTemplate template = GoTemplate.of(file.text());
        Yaml.Read read = Yaml.read(template.text());
        Conditions conditions = template.conditions();
        boolean objects =
                !file.path().endsWith(".tpl") && OBJECT.matcher(file.text()).find();
        if (!read.isWhole() && objects) {
            Yaml.Read first = Yaml.read(GoTemplate.firstBranches(file.text()).text());
            if (first.isWhole()) {
                // Only the other branches are left for their lines to tell.
                read = first;
                LineScan.images(file, template.others(), conditions, findings);
                ObjectScan.objects(file, template.others(), conditions, findings);
            } else {
                LineScan.gap(file, read, findings);
                LineScan.images(file, LineScan.from(file, read), conditions, findings);
                ObjectScan.objects(file, LineScan.from(file, read), conditions, findings);
            }
        }
        KubernetesReader.read(read.documents(), file.path(), 0, conditions, findings);
    }
}
