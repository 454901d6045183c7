package io.github.incidentadvisor.incidents.index;

import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import io.github.incidentadvisor.incidents.IncidentSource.Harvest;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/** Fills the folder of a new generation. */
final class GenerationWriter {
    private static final double BUFFER_MIB = 48;

    private static final int TIME_ZONES = 1;

    private final Path folder;
    private final String latest;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Set<String> sources = new TreeSet<>();
    private final Map<String, List<Gap>> gaps = new LinkedHashMap<>();
    private String oldest = "";
    private String newest = "";
    private int count;
    private int duplicates;

    /** @param today nothing has happened much later than that */
    GenerationWriter(Path folder, LocalDate today) {
        this.folder = folder;
        this.latest = today.plusDays(TIME_ZONES).toString();
    }

    /** @param previous whose records of the same entries are taken over, if it can be read */
    void write(List<Entry> entries, Optional<Path> previous) throws IOException {
        Map<String, Entry> missing = new LinkedHashMap<>();
        entries.forEach(entry -> missing.putIfAbsent(entry.key(), entry));
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MIB);
        try (Directory directory = new NIOFSDirectory(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            if (previous.isPresent()) {
                takeOver(previous.get(), missing, writer);
            }
            for (Entry entry : missing.values()) {
                Harvest harvest = entry.read();
                keep(entry.key(), harvest.gaps());
                for (Incident incident : harvest.incidents()) {
                    add(entry.key(), incident, writer);
                }
            }
            writer.commit();
        }
        new Manifest(count, List.copyOf(sources), oldest, newest, gaps, duplicates).write(folder);
    }

    /** Copies what has not changed and takes it off the list of what is missing; stops at the first that cannot be read. */
    private void takeOver(Path previous, Map<String, Entry> missing, IndexWriter writer) throws IOException {
        Set<String> wanted = Set.copyOf(missing.keySet());
        try (IncidentIndex old = IncidentIndex.open(previous)) {
            Map<String, List<Gap>> oldGaps = Manifest.read(previous).gaps();
            StoredFields stored = old.reader().storedFields();
            for (int i = 0; i < old.reader().maxDoc(); i++) {
                Document document = stored.document(i);
                String key = document.get(IncidentIndex.KEY);
                if (wanted.contains(key)) {
                    add(key, IncidentIndex.record(document), writer);
                    missing.remove(key);
                }
            }
            oldGaps.forEach((key, list) -> {
                if (wanted.contains(key)) {
                    keep(key, list);
                    missing.remove(key);
                }
            });
        }
    }

    private void keep(String key, List<Gap> list) {
        if (!list.isEmpty()) {
            gaps.put(key, list);
        }
    }

    /** The same in another source by its address, or told twice by the same source; lists of many share an address. */
    private boolean isKnown(Incident incident) {
        boolean told = !seen.add(incident.source() + "\n" + incident.id() + "\n" + incident.title());
        String elsewhere =
                incident.url().isEmpty() ? incident.source() : addresses.putIfAbsent(incident.url(), incident.source());
        return told || elsewhere != null && !elsewhere.equals(incident.source());
    }

    /** A day that is still to come is a wrong clock or a slip, and would stand first wherever the newest do. */
    private Incident dated(String key, Incident incident) {
        if (incident.date().compareTo(latest) <= 0) {
            return incident;
        }
        List<Gap> all = new ArrayList<>(gaps.getOrDefault(key, List.of()));
        all.add(Gap.of(
                incident.id(),
                "says that it happened on " + incident.date() + ", which is still to come; no date is used"));
        gaps.put(key, all);
        return incident.undated();
    }

    private void add(String key, Incident told, IndexWriter writer) throws IOException {
        Incident incident = dated(key, told);
        if (isKnown(incident)) {
            duplicates++;
            return;
        }
        Document document = new Document();
        document.add(new StringField(IncidentIndex.KEY, key, Field.Store.YES));
        document.add(new TextField(IncidentIndex.TEXT, new StemStream(incident.text())));
        document.add(new TextField(IncidentIndex.TITLE, new StemStream(incident.title())));
        document.add(new TextField(IncidentIndex.TRACKER, new StemStream(incident.tracker())));
        document.add(new StoredField(IncidentIndex.RECORD, RecordBytes.write(incident)));
        writer.addDocument(document);
        count++;
        sources.add(incident.source());
        if (!incident.date().isEmpty()) {
            oldest = oldest.isEmpty() || incident.date().compareTo(oldest) < 0 ? incident.date() : oldest;
            newest = incident.date().compareTo(newest) > 0 ? incident.date() : newest;
        }
    }
}
