package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.manifest.WorkflowExpressions.Alternative;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workflows of GitHub Actions, composite actions, and what other actions of the tree run on. */
final class WorkflowReader implements ManifestReader {
    private static final Pattern WORKFLOW = Pattern.compile("(?:.*/)?(?:\\.github|\\.gitea|\\.forgejo)/.*\\.ya?ml");
    private static final Pattern ACTION = Pattern.compile("(?:.*/)?action\\.ya?ml");
    private static final Pattern JOBS = Pattern.compile("(?m)^jobs[ \\t]*:");
    private static final Pattern RUNS = Pattern.compile("(?m)^runs[ \\t]*:");
    private static final Pattern RUNNER =
            Pattern.compile("(?i)(ubuntu|windows|macos)-((?:latest|slim|\\d[\\w.]*)(?:-[\\w-]+)?)");
    private static final Pattern NODE = Pattern.compile("node(\\d+)");

    @Override
    public boolean canBe(String path) {
        return WORKFLOW.matcher(path).matches() || ACTION.matcher(path).matches();
    }

    @Override
    public boolean mustBe(String path) {
        return path.matches("\\.github/workflows/[^/]+\\.ya?ml");
    }

    @Override
    public boolean recognises(Source file) {
        return JOBS.matcher(file.text()).find()
                || ACTION.matcher(file.path()).matches()
                        && RUNS.matcher(file.text()).find();
    }

    @Override
    public void read(Source file, Findings findings) {
        if (!file.yaml().isWhole()) {
            LineScan.gap(file, file.yaml(), findings);
            if (file.root().isEmpty()) {
                LineScan.lines(
                        file,
                        LineScan.from(file, file.yaml()),
                        (number, line) -> WorkflowSteps.usesInLine(file, number, line, findings));
            }
        }
        file.root().ifPresent(root -> {
            root.fields("jobs").ifPresent(jobs -> jobs.entries().forEach(job -> {
                if (job.value() instanceof Fields fields) {
                    job(file, root, job, fields, findings);
                }
            }));
            root.fields("runs").ifPresent(runs -> action(file, root, runs, findings));
        });
    }

    private static void job(Source file, Fields root, Entry entry, Fields job, Findings findings) {
        String holder = "jobs." + entry.key();
        WorkflowExpressions expressions = new WorkflowExpressions(file, root, Optional.of(job));
        WorkflowSteps steps = new WorkflowSteps(file, expressions, findings, holder);
        job.scalar("uses").ifPresent(steps::uses);
        job.get("runs-on").ifPresent(runner -> runner(file, runner, expressions, holder, findings));
        job.get("container").ifPresent(container -> image(container, steps));
        job.fields("services")
                .ifPresent(services -> services.entries().forEach(service -> image(service.value(), steps)));
        steps.all(job.items("steps"));
    }

    private static void image(YamlNode container, WorkflowSteps steps) {
        if (container instanceof Scalar image && !image.isNull()) {
            steps.image(image);
        } else if (container instanceof Fields fields) {
            fields.scalar("image").ifPresent(steps::image);
        }
    }

    private static void runner(
            Source file, YamlNode node, WorkflowExpressions expressions, String holder, Findings findings) {
        List<YamlNode> labels = List.of(node);
        if (node instanceof Fields fields) {
            labels = fields.get("labels").map(List::of).orElse(List.of());
        }
        if (labels.size() == 1 && labels.get(0) instanceof Items items) {
            labels = items.all();
        }
        boolean own = labels.stream()
                .anyMatch(
                        label -> label instanceof Scalar scalar && scalar.text().equalsIgnoreCase("self-hosted"));
        if (own) {
            // A label beside "self-hosted" is somebody's own machine, whatever it is called.
            return;
        }
        for (YamlNode label : labels) {
            if (!(label instanceof Scalar scalar)) {
                continue;
            }
            for (Alternative alternative : expressions.of(scalar)) {
                Matcher runner = RUNNER.matcher(alternative.text().text());
                if (!alternative.text().isKnown() || !runner.matches()) {
                    continue;
                }
                String name = runner.group(1).toLowerCase(Locale.ROOT);
                String version = runner.group(2);
                boolean floats = version.startsWith("latest") || version.startsWith("slim");
                findings.add(Mention.of(
                                Kind.GITHUB_RUNNER,
                                new Component.Platform("github-runner/" + name),
                                name,
                                file.at(scalar.line()))
                        .raw(scalar.text())
                        .version(version)
                        .status(floats ? Status.FLOATING : Status.RESOLVED)
                        .decidedBy(alternative.text().partAt(runner.start(2)))
                        .holder(holder)
                        .conditional(alternative.conditional()));
            }
        }
    }

    private static void action(Source file, Fields root, Fields runs, Findings findings) {
        runs.scalar("using").ifPresent(using -> {
            Matcher node = NODE.matcher(using.text());
            if (node.matches()) {
                findings.add(
                        Mention.of(Kind.ACTION_RUNTIME, new Component.Platform("node"), "node", file.at(using.line()))
                                .raw(using.text())
                                .version(node.group(1))
                                .holder("runs"));
            }
        });
        WorkflowExpressions expressions = new WorkflowExpressions(file, root, Optional.empty());
        WorkflowSteps steps = new WorkflowSteps(file, expressions, findings, "runs");
        runs.scalar("image")
                .filter(image -> image.text().startsWith("docker://"))
                .ifPresent(steps::uses);
        steps.all(runs.items("steps"));
    }
}
