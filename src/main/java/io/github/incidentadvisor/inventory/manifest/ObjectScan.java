package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes objects of a file that is no YAML, by the lines at its margin. */
final class ObjectScan {
    private static final Pattern API = Pattern.compile("apiVersion:\\s*[\"']?([\\w./-]+)[\"']?\\s*(?:#.*)?");
    private static final Pattern KIND = Pattern.compile("kind:\\s*[\"']?(\\w+)[\"']?\\s*(?:#.*)?");

    /** One for each branch of a template that gives the object its apiVersion. */
    private final Map<Integer, String> apis = new TreeMap<>();

    private String kind = "";

    private ObjectScan() {}

    static void objects(Source file, BitSet which, Conditions conditions, Findings findings) {
        ObjectScan scan = new ObjectScan();
        which.stream().forEach(number -> scan.line(file, number, conditions, findings));
    }

    private void line(Source file, int number, Conditions conditions, Findings findings) {
        String text = file.line(number);
        if (text.startsWith("---")) {
            apis.clear();
            kind = "";
            return;
        }
        Matcher isApi = API.matcher(text);
        Matcher isKind = KIND.matcher(text);
        if (isApi.matches()) {
            apis.put(number, isApi.group(1));
        } else if (isKind.matches()) {
            kind = isKind.group(1);
        } else {
            return;
        }
        if (!apis.isEmpty() && !kind.isEmpty()) {
            apis.forEach((line, api) -> findings.add(new DeclaredObject(
                    "kubernetes",
                    api,
                    kind,
                    "",
                    file.at(line),
                    conditions.at(line) || conditions.templated() && KubernetesReader.isPartial(file.path()),
                    conditions.choice(line),
                    List.of())));
            apis.clear();
            kind = "";
        }
    }
}
