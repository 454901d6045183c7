package io.github.incidentadvisor;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.organisation.Folding;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.Part;
import io.github.incidentadvisor.organisation.Shards;
import io.github.incidentadvisor.organisation.Unread;
import io.github.incidentadvisor.organisation.Who;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.OrganisationHtml;
import io.github.incidentadvisor.report.OrganisationJson;
import io.github.incidentadvisor.report.OrganisationMarkdown;
import io.github.incidentadvisor.report.Outputs;
import io.github.incidentadvisor.report.UsesTsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One report from what one or several runs wrote; what is missing of them is said, and its repositories by name if a plan has them. */
final class Merge {
    private final List<Piece> pieces;
    private final ScanFolder out;
    private final Optional<Shards> plan;

    /** What one run wrote, and where. */
    record Piece(ScanFolder folder, Part part) {}

    Merge(List<Piece> pieces, ScanFolder out, Optional<Shards> plan) {
        this.pieces = List.copyOf(pieces);
        this.out = out;
        this.plan = plan;
    }

    /** The runs whose folders lie in {@code from}, by number. */
    static List<Piece> parts(Path from) {
        List<Piece> pieces = new ArrayList<>();
        try (Stream<Path> inside = Files.list(from)) {
            for (Path folder : inside.filter(Files::isDirectory).sorted().toList()) {
                ScanFolder one = new ScanFolder(folder);
                one.part().ifPresent(part -> pieces.add(new Piece(one, part)));
            }
        } catch (IOException e) {
            throw new AdvisorException("The folder to merge, " + from + ", cannot be listed: " + e.getMessage(), e);
        }
        if (pieces.isEmpty()) {
            throw new AdvisorException(
                    "No folder in " + from + " holds a scan.json, so that there is nothing to merge. "
                            + "Each shard's output is to lie in a folder of its own there.");
        }
        pieces.sort(java.util.Comparator.comparing((Piece piece) -> piece.part().number()));
        return pieces;
    }

    /** @param before the last scan that came to its end */
    Organisation organisation(LocalDate today, List<Who> questions, Optional<Organisation> before) {
        Folding folding = new Folding(Assembly.tool(), today, questions);
        Set<String> seen = new HashSet<>();
        for (Piece piece : pieces) {
            Part part = piece.part();
            Set<String> unread = new HashSet<>();
            part.unread().forEach(one -> {
                unread.add(one.name());
                folding.unread(one);
            });
            for (String name : part.repositories()) {
                if (seen.add(name) && !unread.contains(name)) {
                    add(piece, name, folding);
                }
            }
            if (!part.finished()) {
                folding.unread(new Unread(
                        "shard " + part.number() + " of " + part.of(),
                        "did not come to its end; what it had read is in this report"));
            }
        }
        missing(seen, folding);
        return folding.result(before);
    }

    private void add(Piece piece, String name, Folding folding) {
        Optional<Member> member = piece.folder().member(name);
        Path folder = piece.folder().of(name);
        if (member.isEmpty()) {
            folding.unread(new Unread(name, "was not read before its shard ended"));
            return;
        }
        try {
            Report report = JsonReport.read(Files.readAllBytes(folder.resolve("report.json")));
            folding.add(member.get(), report);
            if (folding.asks()) {
                try (Stream<String> lines = Files.lines(folder.resolve("uses.tsv"), StandardCharsets.UTF_8)) {
                    UsesTsv.read(lines).forEach(use -> folding.use(name, use));
                }
            }
            if (!piece.folder().equals(out)) {
                out.take(name, piece.folder());
            }
        } catch (IOException | java.io.UncheckedIOException | AdvisorException e) {
            folding.unread(new Unread(name, "its report cannot be read: " + e.getMessage()));
        }
    }

    private void missing(Set<String> seen, Folding folding) {
        int of = pieces.stream().mapToInt(piece -> piece.part().of()).max().orElse(0);
        Set<Integer> there = new HashSet<>();
        pieces.forEach(piece -> there.add(piece.part().number()));
        for (int i = 1; i <= of; i++) {
            boolean empty = plan.isPresent()
                    && i <= plan.get().all().size()
                    && plan.get().shard(i).isEmpty();
            if (!there.contains(i) && !empty) {
                folding.unread(
                        new Unread("shard " + i + " of " + of, "is missing: its repositories are not in this report"));
            }
        }
        plan.ifPresent(shards -> shards.all().stream()
                .flatMap(List::stream)
                .filter(name -> !seen.contains(name))
                .forEach(name -> folding.unread(new Unread(name, "is in a shard that is missing"))));
    }

    /** Writes it, and says where. */
    static List<String> deliver(Organisation all, ScanFolder out) {
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        // The next scan reads it, whatever people want to read.
        files.put("organisation.json", Optional.of(OrganisationJson.write(all)));
        files.put("organisation.md", Optional.of(OrganisationMarkdown.write(all)));
        files.put("organisation.html", Optional.of(OrganisationHtml.write(all)));
        Outputs.write(out.path(), files);
        return List.of(
                OrganisationMarkdown.headline(all),
                out.path().resolve("organisation.html").toString());
    }
}
