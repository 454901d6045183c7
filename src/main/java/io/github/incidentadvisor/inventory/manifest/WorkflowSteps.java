package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.manifest.WorkflowExpressions.Alternative;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps of a job or composite action: actions they use, images, and versions that set-up actions are asked for. */
final class WorkflowSteps {
    private static final String DOCKER = "docker://";
    private static final Pattern USES = Pattern.compile("([\\w.-]+)/([\\w.-]+)((?:/[\\w.-]+)*)@([\\w./+-]+)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");
    private static final Pattern COMMENT =
            Pattern.compile("#\\s*(?:tag\\s*[=:]\\s*|ratchet:\\S+@|pin\\s*@?\\s*)?(v?\\d[\\w.+-]*)");
    private static final Pattern USES_LINE = Pattern.compile("\\s*(?:-\\s+)?uses:\\s*[\"']?([^\\s\"'#]+)[\"']?.*");

    /** {@code setup-java}, {@code action-setup}, {@code setup}. */
    private static final Pattern SETUP = Pattern.compile("(?:action-)?setup(?:-(.+?))?(?:-action)?|(.+)-setup");

    private static final Pattern INPUT = Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[-_]version");

    /** Tools whose version any action may be asked for. */
    private static final Set<String> TOOLS = Set.of(
            "java", "jdk", "node", "python", "go", "dotnet", "ruby", "php", "maven", "gradle", "kotlin", "terraform");

    private static final int INPUTS = 60;
    private static final int LONGEST_INPUT = 200;

    private final Source file;
    private final WorkflowExpressions expressions;
    private final Findings findings;
    private final String holder;

    WorkflowSteps(Source file, WorkflowExpressions expressions, Findings findings, String holder) {
        this.file = file;
        this.expressions = expressions;
        this.findings = findings;
        this.holder = holder;
    }

    void all(List<YamlNode> steps) {
        for (YamlNode node : steps) {
            if (node instanceof Fields step) {
                step.scalar("uses").ifPresent(uses -> {
                    uses(uses);
                    step.fields("with").ifPresent(with -> {
                        tools(uses.text(), with);
                        inputs(uses, with);
                    });
                });
            }
        }
    }

    /** What an action is asked for can end as the action itself can. */
    private void inputs(Scalar uses, Fields with) {
        Matcher action = uses.text().length() > 500 ? USES.matcher("") : USES.matcher(uses.text());
        if (!action.matches()) {
            return;
        }
        List<DeclaredObject.Value> values = new ArrayList<>();
        for (Entry entry : with.entries()) {
            if (entry.value() instanceof Scalar value && !value.isNull() && values.size() < INPUTS) {
                expressions.of(value).stream()
                        .map(alternative -> alternative.text())
                        .filter(text -> text.isKnown()
                                && !text.text().isEmpty()
                                && text.text().length() <= LONGEST_INPUT)
                        .forEach(text ->
                                values.add(new DeclaredObject.Value(entry.key(), text.text(), file.at(value.line()))));
            }
        }
        if (!values.isEmpty()) {
            String name = action.group(1) + "/" + action.group(2) + action.group(3);
            findings.add(new DeclaredObject("github-step", "", name, holder, file.at(uses.line()), false, values));
        }
    }

    void uses(Scalar uses) {
        if (uses.text().startsWith(DOCKER)) {
            Mention.image(Resolved.of(uses.text().substring(DOCKER.length())), uses.text(), file.at(uses.line()))
                    .ifPresent(image -> findings.add(image.holder(holder)));
            return;
        }
        uses(file, uses.line(), uses.text(), holder, findings);
    }

    private static void uses(Source file, int line, String text, String holder, Findings findings) {
        Matcher uses = text.length() > 500 ? USES.matcher("") : USES.matcher(text);
        if (!uses.matches() || text.startsWith("./") || text.startsWith("../")) {
            return;
        }
        String name = uses.group(1) + "/" + uses.group(2) + uses.group(3);
        String ref = uses.group(4);
        boolean commit = COMMIT.matcher(ref).matches();
        Matcher comment = COMMENT.matcher(after(file.line(line), ref));
        boolean told = commit && comment.find();
        findings.add(
                Mention.of(Kind.GITHUB_ACTION, new Component.Action(uses.group(1), uses.group(2)), name, file.at(line))
                        .raw(text)
                        .version(told ? comment.group(1) : ref)
                        .status(commit ? Status.RESOLVED : VersionText.status(ref))
                        .digest(commit ? ref : "")
                        .holder(holder));
    }

    private static String after(String line, String ref) {
        int at = line.indexOf(ref);
        return at < 0 ? "" : line.substring(at + ref.length());
    }

    /** One line of a file that is no YAML. */
    static void usesInLine(Source file, int number, String line, Findings findings) {
        Matcher uses = USES_LINE.matcher(line);
        if (uses.matches()) {
            Findings found = new Findings();
            uses(file, number, uses.group(1), "", found);
            found.mentions().forEach(mention -> findings.add(mention.readInPart()));
        }
    }

    void image(Scalar image) {
        for (Alternative alternative : expressions.of(image)) {
            Mention.image(alternative.text(), image.text(), file.at(image.line()))
                    .ifPresent(mention -> findings.add(mention.holder(holder).conditional(alternative.conditional())));
        }
    }

    private void tools(String uses, Fields with) {
        String action = uses.replaceFirst("@.*$", "");
        String[] parts = action.split("/");
        String last = parts[parts.length - 1];
        Matcher setup = SETUP.matcher(last);
        boolean sets = parts.length >= 2 && setup.matches();
        String named = !sets ? "" : setup.group(1) != null ? setup.group(1) : setup.group(2);
        // owner/repository/setup sets the repository's tool up, owner/setup the owner's.
        String tool = named != null ? named : parts.length > 2 ? parts[1] : parts[0];
        for (Entry entry : with.entries()) {
            Matcher input = INPUT.matcher(entry.key());
            boolean version = sets && entry.key().equals("version");
            boolean asked = input.matches() && (sets || TOOLS.contains(input.group(1)));
            if (entry.value() instanceof Scalar value && !value.isNull() && (version || asked)) {
                tool(version ? tool : input.group(1), value, with);
            }
        }
    }

    private void tool(String tool, Scalar value, Fields with) {
        String name = tool.toLowerCase(Locale.ROOT);
        String distribution = name.equals("java")
                ? with.scalar("distribution")
                        .map(expressions::of)
                        .filter(all -> all.size() == 1 && all.get(0).text().isKnown())
                        .map(all -> all.get(0).text().text())
                        .orElse("")
                : "";
        if (value.text().indexOf('\n') >= 0) {
            String[] lines = value.text().split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isBlank()) {
                    int line = value.block() ? value.line() + 1 + i : value.line();
                    tool(name, distribution, Resolved.of(lines[i].strip()), lines[i].strip(), line, false);
                }
            }
            return;
        }
        for (Alternative alternative : expressions.of(value)) {
            tool(name, distribution, alternative.text(), value.text(), value.line(), alternative.conditional());
        }
    }

    private void tool(String name, String distribution, Resolved text, String raw, int line, boolean conditional) {
        Mention mention = Tools.mention(name, distribution, file.at(line))
                .raw(raw)
                .holder(holder)
                .conditional(conditional);
        findings.add(
                text.isKnown()
                        ? mention.version(text.text()).judged().decidedBy(text.main())
                        : mention.status(Status.UNRESOLVED));
    }
}
