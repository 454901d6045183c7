package io.github.incidentadvisor.incidents.index;

import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.names.Name;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.text.Numbers;
import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;

/** One generation of the index, opened for reading. */
final class IncidentIndex implements AutoCloseable {
    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String TRACKER = "tracker";
    static final String KEY = "key";
    static final String RECORD = "record";

    private static final int KEPT = 400;
    private static final float TITLE_BOOST = 2f;
    private static final float VERSION_BOOST = 2f;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Many changes of one run ask for the same ones. */
    private final Map<Integer, Incident> records = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Incident> eldest) {
            return size() > KEPT;
        }
    };

    private IncidentIndex(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /** @throws IOException when there is no whole index */
    static IncidentIndex open(Path folder) throws IOException {
        try {
            return new IncidentIndex(DirectoryReader.open(new NIOFSDirectory(folder)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("no index", e);
        }
    }

    int size() {
        return reader.numDocs();
    }

    /** In how many incidents a word is, by its stem. */
    int frequency(String stem) {
        try {
            return reader.docFreq(new Term(TEXT, stem));
        } catch (IOException e) {
            return 0;
        }
    }

    /** The incidents worth judging for a change, the likeliest first. */
    List<Incident> candidates(Step step, Named named, Set<String> words, int atMost) throws IOException {
        BooleanQuery.Builder which = new BooleanQuery.Builder();
        BooleanQuery.Builder better = new BooleanQuery.Builder();
        for (Name name : named.names()) {
            which.add(name.common() ? numbered(name, step) : all(TEXT, name), Occur.SHOULD);
            which.add(all(TRACKER, name), Occur.SHOULD);
            better.add(new BoostQuery(all(TITLE, name), TITLE_BOOST), Occur.SHOULD);
        }
        for (String version : List.of(step.from(), step.to())) {
            for (Token token : Tokens.of(version)) {
                if (token.number() && token.term().chars().filter(c -> c == '.').count() > 1) {
                    Query exact = new BoostQuery(term(TEXT, token.term()), VERSION_BOOST);
                    which.add(exact, Occur.SHOULD);
                    better.add(exact, Occur.SHOULD);
                }
            }
        }
        words.forEach(word -> better.add(term(TEXT, word), Occur.SHOULD));
        BooleanQuery query = new BooleanQuery.Builder()
                .add(which.build(), Occur.MUST)
                .add(better.build(), Occur.SHOULD)
                .build();
        List<Incident> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, atMost).scoreDocs) {
            found.add(record(hit.doc));
        }
        return found;
    }

    /** The incidents that have one of {@code deeds} and one of {@code things}. */
    List<Incident> of(Set<String> things, Set<String> deeds, int atMost) throws IOException {
        BooleanQuery query = new BooleanQuery.Builder()
                .add(any(things), Occur.MUST)
                .add(any(deeds), Occur.MUST)
                .build();
        List<Incident> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, atMost).scoreDocs) {
            found.add(record(hit.doc));
        }
        return found;
    }

    private Incident record(int document) throws IOException {
        synchronized (records) {
            Incident known = records.get(document);
            if (known != null) {
                return known;
            }
        }
        Incident read = record(searcher.storedFields().document(document, Set.of(RECORD)));
        synchronized (records) {
            records.put(document, read);
        }
        return read;
    }

    /** @throws IOException when the document is none of ours */
    static Incident record(Document document) throws IOException {
        BytesRef stored = document.getBinaryValue(RECORD);
        if (stored == null) {
            throw new IOException("a document without a record");
        }
        return RecordBytes.read(Arrays.copyOfRange(stored.bytes, stored.offset, stored.offset + stored.length));
    }

    /** A common word with the first number of one of the versions. */
    private static Query numbered(Name name, Step step) {
        BooleanQuery.Builder numbers = new BooleanQuery.Builder();
        for (String version : List.of(step.from(), step.to())) {
            numbers.add(term(TEXT, String.valueOf(Numbers.of(version).major())), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(all(TEXT, name), Occur.MUST)
                .add(numbers.build(), Occur.MUST)
                .build();
    }

    private static Query all(String field, Name name) {
        if (name.words().size() == 1) {
            return term(field, Token.stemOf(name.words().get(0)));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        name.words().forEach(word -> all.add(term(field, stem(word)), Occur.MUST));
        return all.build();
    }

    private static String stem(String word) {
        return Tokens.of(word).stream().findFirst().map(Token::stem).orElse(word);
    }

    private static Query any(Set<String> stems) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        stems.forEach(stem -> any.add(term(TEXT, stem), Occur.SHOULD));
        return any.build();
    }

    private static Query term(String field, String stem) {
        return new TermQuery(new Term(field, stem));
    }

    DirectoryReader reader() {
        return reader;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
