package io.github.incidentadvisor.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.Behaviours;
import io.github.incidentadvisor.evidence.linkage.runtime.RuntimeBehaviours;
import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.BehaviourChanges;
import io.github.incidentadvisor.risk.Situation;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What compiles and breaks if texts of a project's files, the first of each, were others: {@code CLONES OWNER/NAME COMMIT (FILE FROM TO)…}. */
public final class WhatBreaks {
    private WhatBreaks() {}

    public static void main(String[] arguments) {
        List<String> edits = List.of(arguments).subList(3, arguments.length);
        Tree base = new Clones(Path.of(arguments[0])).at(arguments[1], arguments[2]);
        Map<String, byte[]> contents = new HashMap<>();
        for (int i = 0; i + 2 < edits.size(); i += 3) {
            String file = edits.get(i);
            byte[] was = contents.getOrDefault(file, base.read(base.find(file).orElseThrow()));
            String text = new String(was, StandardCharsets.UTF_8);
            if (!text.contains(edits.get(i + 1))) {
                throw new IllegalArgumentException(file + " has no " + edits.get(i + 1));
            }
            String from = Pattern.quote(edits.get(i + 1));
            String to = Matcher.quoteReplacement(edits.get(i + 2));
            contents.put(file, text.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
        }
        Tree head = OverlayTree.of(base, contents, Set.of());
        MavenContext context = LocalMaven.at(Path.of("/").resolve("tree"));
        Requests requests = new Requests();
        MavenInventory maven = new MavenInventory(context, requests);
        Inventory before = maven.read(base, Progress.SILENT);
        Inventory after = maven.read(head, Progress.SILENT);
        var changes = Changes.between(before, after, VersionOrder.MAVEN);
        MavenArtifacts artifacts = new MavenArtifacts(context, requests);
        Behaviours.Answer answer = new RuntimeBehaviours(head, before, after, artifacts).compare();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            long work = cpu();
            answer = new RuntimeBehaviours(head, before, after, artifacts).compare();
            System.out.printf(
                    Locale.ROOT, "%.2f s, %.2f s of CPU%n", (System.nanoTime() - start) / 1e9, (cpu() - work) / 1e9);
        }
        Situation situation = new Situation(Mode.CHANGE, after, changes, LocalDate.now());
        System.out.println(after.modules().size() + " modules, " + changes.size() + " changes");
        new BehaviourChanges(answer).apply(situation).forEach(found -> print(found.finding()));
        after.gaps().forEach(gap -> System.out.println("inventory gap " + gap.what() + ": " + gap.reason()));
        answer.gaps().forEach(gap -> System.out.println("gap " + gap.what() + ": " + gap.reason()));
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void print(Finding finding) {
        System.out.println(finding.severity().word() + " " + finding.place() + " " + finding.text());
        if (!finding.fix().isEmpty()) {
            System.out.println("    fix: " + finding.fix());
        }
        finding.evidence().forEach(e -> System.out.println("    " + e.source() + ": " + e.quote()));
    }
}
