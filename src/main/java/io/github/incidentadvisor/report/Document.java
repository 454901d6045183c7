package io.github.incidentadvisor.report;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Report;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that a run writes.
 *
 * @param format the name that {@code formats} selects it by
 * @param file its plain name in the output folder
 * @param writer gives its bytes; empty when the run has nothing to fill it with, so that an older one must go
 */
public record Document(String format, String file, Function<Material, Optional<byte[]>> writer) {
    /** Every file that we know to write. */
    public static final List<Document> ALL = List.of(
            of("json", "report.json", material -> JsonReport.write(material.report())),
            new Document("json", "inventory.json", material -> material.inventory()
                    .map(inventory -> InventoryJson.write(inventory, material.lifecycles(), material.newest()))),
            of("markdown", "report.md", material -> MarkdownReport.summary(material.report())
                    .getBytes(StandardCharsets.UTF_8)),
            of("sarif", "report.sarif", material -> SarifReport.write(material.report())),
            of("html", "report.html", material -> HtmlReport.write(material.report())),
            new Document("cyclonedx", "bom.json", material -> material.inventory()
                    .map(inventory -> CycloneDx.write(material.report(), inventory))));

    /**
     * What files are made from.
     *
     * @param inventory empty when the run had no reason to read one
     * @param newest what repositories offer beyond a version, by {@code group:artifact@version}
     */
    public record Material(
            Report report, Optional<Inventory> inventory, Lifecycles lifecycles, Map<String, Newest> newest) {
        public Material {
            newest = Map.copyOf(newest);
        }
    }

    private static Document of(String format, String file, Function<Material, byte[]> writer) {
        return new Document(format, file, material -> Optional.of(writer.apply(material)));
    }

    /** The files of these formats by name. */
    public static Map<String, Optional<byte[]>> files(List<String> formats, Material material) {
        Map<String, Optional<byte[]>> files = new LinkedHashMap<>();
        ALL.stream()
                .filter(document -> formats.contains(document.format()))
                .forEach(
                        document -> files.put(document.file(), document.writer().apply(material)));
        return files;
    }
}
