package io.github.incidentadvisor.inventory.manifest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Configuration of <a href="https://mise.jdx.dev/configuration.html">mise</a>: of TOML only what its {@code [tools]} need, that is
 * tables, pairs, and texts, lists and inline tables on one line or a list over several.
 */
final class MiseReader implements ManifestReader {
    private static final Pattern NAME =
            Pattern.compile("(?:.*/)?(?:\\.?mise(?:\\.[\\w-]+)?\\.toml|\\.?mise/config(?:\\.[\\w-]+)?\\.toml)");
    private static final Pattern TABLE =
            Pattern.compile("\\[tools(?:\\.(?:\"([^\"]+)\"|'([^']+)'|([\\w-]+)))?]\\s*(?:#.*)?");
    private static final Pattern PAIR = Pattern.compile("(?:\"([^\"]+)\"|'([^']+)'|([\\w.-]+))\\s*=\\s*(.*)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern VERSION = Pattern.compile("\\bversion\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    @Override
    public boolean canBe(String path) {
        return NAME.matcher(path).matches();
    }

    @Override
    public boolean recognises(Source file) {
        return file.has("[tools");
    }

    @Override
    public void read(Source file, Findings findings) {
        List<String> lines = file.lines();
        boolean inTools = false;
        String table = "";
        String open = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.length() > 2000) {
                continue;
            }
            if (!open.isEmpty()) {
                versions(file, i + 1, open, line, findings);
                open = line.contains("]") ? "" : open;
                continue;
            }
            if (line.startsWith("[")) {
                Matcher header = TABLE.matcher(line);
                inTools = header.matches();
                table = inTools ? first(header, 1, 2, 3) : "";
                continue;
            }
            Matcher pair = PAIR.matcher(line);
            if (!inTools || !pair.matches()) {
                continue;
            }
            String key = first(pair, 1, 2, 3);
            String value = pair.group(4);
            if (!table.isEmpty()) {
                if (key.equals("version")) {
                    versions(file, i + 1, table, value, findings);
                }
            } else if (value.startsWith("{")) {
                Matcher version = VERSION.matcher(value);
                if (version.find()) {
                    tool(file, i + 1, key, first(version, 1, 2), findings);
                }
            } else {
                versions(file, i + 1, key, value, findings);
                open = value.startsWith("[") && !value.contains("]") ? key : "";
            }
        }
    }

    private static void versions(Source file, int line, String tool, String value, Findings findings) {
        boolean list = value.startsWith("[");
        Matcher texts = TEXT.matcher(value);
        while (texts.find()) {
            tool(file, line, tool, first(texts, 1, 2), findings);
            if (!list && value.startsWith("\"") || !list && value.startsWith("'")) {
                return;
            }
        }
    }

    private static void tool(Source file, int line, String tool, String version, Findings findings) {
        if (!version.isEmpty()) {
            String name = tool.startsWith("core:") ? tool.substring(5) : tool;
            findings.add(ToolFilesReader.named(file, line, Tools.name(name), version));
        }
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }
}
