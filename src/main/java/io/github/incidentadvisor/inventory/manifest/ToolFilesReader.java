package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files in which version managers keep the versions of tools: one tool a file, or a tool a line. */
final class ToolFilesReader implements ManifestReader {
    /** Files that hold one version of one tool. */
    private static final Map<String, String> SINGLE = Map.ofEntries(
            Map.entry(".java-version", "java"),
            Map.entry(".nvmrc", "node"),
            Map.entry(".node-version", "node"),
            Map.entry(".python-version", "python"),
            Map.entry(".ruby-version", "ruby"),
            Map.entry(".go-version", "go"),
            Map.entry(".terraform-version", "terraform"),
            Map.entry(".opentofu-version", "opentofu"),
            Map.entry(".kotlin-version", "kotlin"));

    private static final String ASDF = ".tool-versions";
    private static final String SDKMAN = ".sdkmanrc";

    /** What SDKMAN calls the vendors of Java, and what set-up actions call them. */
    private static final Map<String, String> VENDORS = Map.ofEntries(
            Map.entry("tem", "temurin"),
            Map.entry("zulu", "zulu"),
            Map.entry("amzn", "corretto"),
            Map.entry("librca", "liberica"),
            Map.entry("nik", "liberica-nik"),
            Map.entry("oracle", "oracle"),
            Map.entry("open", "oracle-openjdk"),
            Map.entry("ms", "microsoft"),
            Map.entry("sem", "semeru"),
            Map.entry("sapmchn", "sapmachine"),
            Map.entry("graal", "graalvm"),
            Map.entry("graalce", "graalvm-community"),
            Map.entry("dragonwell", "dragonwell"),
            Map.entry("kona", "kona"),
            Map.entry("jbr", "jetbrains"));

    private static final Pattern LINE = Pattern.compile("\\s*([\\w.:/@-]+)\\s+(\\S[^#]*)(?:#.*)?");
    private static final Pattern PAIR = Pattern.compile("\\s*([\\w-]+)\\s*=\\s*([\\w.+-]+)\\s*");
    private static final Pattern VENDOR = Pattern.compile("(\\d[\\w.+]*)-([a-z]+)|\\d.*");
    private static final Pattern NAMED = Pattern.compile("([a-z][a-z-]*?)-?(\\d[\\w.+-]*)");

    @Override
    public boolean canBe(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return SINGLE.containsKey(name) || name.equals(ASDF) || name.equals(SDKMAN);
    }

    @Override
    public boolean mustBe(String path) {
        return canBe(path);
    }

    @Override
    public boolean recognises(Source file) {
        return !file.text().isBlank() && !file.isBinary();
    }

    @Override
    public void read(Source file, Findings findings) {
        List<String> lines = file.lines();
        for (int i = 0; i < Math.min(lines.size(), 500); i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty() || text.startsWith("#") || text.length() > 500) {
                continue;
            }
            switch (file.name()) {
                case ASDF -> asdf(file, i + 1, text, findings);
                case SDKMAN -> sdkman(file, i + 1, text, findings);
                default -> {
                    String tool = SINGLE.get(file.name());
                    findings.add(named(file, i + 1, tool, text.split("\\s", 2)[0]));
                }
            }
        }
    }

    private static void asdf(Source file, int line, String text, Findings findings) {
        Matcher matcher = LINE.matcher(text);
        if (matcher.matches()) {
            for (String version : matcher.group(2).strip().split("\\s+")) {
                findings.add(named(file, line, Tools.name(matcher.group(1)), version));
            }
        }
    }

    private static void sdkman(Source file, int line, String text, Findings findings) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return;
        }
        Matcher vendor = VENDOR.matcher(pair.group(2));
        boolean java = pair.group(1).equals("java");
        String distribution =
                java && vendor.matches() && vendor.group(2) != null ? VENDORS.getOrDefault(vendor.group(2), "") : "";
        findings.add(Tools.mention(pair.group(1), distribution, file.at(line))
                .raw(pair.group(2))
                .version(pair.group(2))
                .judged()
                .holder(SDKMAN));
    }

    /** A version that may have a vendor before it: {@code temurin-21.0.1}, {@code corretto-17}. */
    static Mention named(Source file, int line, String tool, String version) {
        Matcher named = NAMED.matcher(version);
        boolean matches = named.matches();
        boolean vendor = matches && tool.equals("java");
        boolean itself = matches && named.group(1).equals(tool);
        Mention mention = Tools.mention(tool, vendor ? distribution(named.group(1)) : "", file.at(line))
                .raw(version)
                .version(version)
                .holder(file.name());
        return vendor || itself ? mention.status(Status.RESOLVED) : mention.judged();
    }

    private static String distribution(String vendor) {
        return switch (vendor) {
            case "openjdk", "jdk", "java" -> "";
            case "adoptopenjdk", "adopt" -> "adopt";
            default -> vendor;
        };
    }
}
