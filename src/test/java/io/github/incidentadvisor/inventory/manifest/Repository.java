package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Revision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files in memory, and what is read of them as sentences. */
public final class Repository implements Tree {
    private final Map<String, byte[]> files = new TreeMap<>();

    public static Repository of(String path, String text) {
        return new Repository().with(path, text);
    }

    public Repository with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Repository with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public Inventory inventory() {
        return ManifestInventory.read(this);
    }

    /** {@code kind file:line name version status}, then what is special. */
    List<String> references() {
        return inventory().references().stream().map(Repository::sentence).toList();
    }

    /** {@code file:line name version}, with the status where it is not resolved. */
    List<String> places() {
        return inventory().references().stream()
                .map(one -> (one.place() + " " + one.name() + " " + one.version()).strip()
                        + (one.status() == DeclaredReference.Status.RESOLVED
                                ? ""
                                : " " + one.status().word()))
                .toList();
    }

    List<String> objects() {
        return inventory().objects().stream()
                .map(one -> one.place() + " " + (one.api().isEmpty() ? "" : one.api() + " ") + one.type() + " "
                        + one.name() + (one.conditional() ? " conditional" : ""))
                .toList();
    }

    List<String> unread() {
        return inventory().gaps().stream().map(Repository::sentence).toList();
    }

    List<Item> items() {
        return inventory().items();
    }

    private static String sentence(DeclaredReference one) {
        DeclaredReference.Context context = one.context();
        return String.join(
                        " ",
                        one.kind(),
                        one.place().toString(),
                        one.name(),
                        one.version().text().isEmpty() ? "-" : one.version().text(),
                        one.status().word())
                + (context.decidedAt().isKnown() ? " decided " + context.decidedAt() : "")
                + (context.digest().isEmpty() ? "" : " pinned " + context.digest())
                + (context.platform().isEmpty() ? "" : " for " + context.platform())
                + (context.beside().isEmpty() ? "" : " beside " + context.beside())
                + (context.conditional() ? " conditional" : "")
                + (context.readInPart() ? " in part" : "");
    }

    private static String sentence(Gap gap) {
        return gap.place() + " " + gap.reason();
    }

    @Override
    public Revision revision() {
        return Revision.NONE;
    }

    @Override
    public List<Entry> entries() {
        return files.keySet().stream().map(path -> find(path).orElseThrow()).toList();
    }

    @Override
    public Optional<Entry> find(String path) {
        return Optional.ofNullable(files.get(path))
                .map(content -> new Entry(path, content.length, Integer.toHexString(path.hashCode())));
    }

    @Override
    public byte[] read(Entry entry) {
        return files.get(entry.path()).clone();
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }
}
