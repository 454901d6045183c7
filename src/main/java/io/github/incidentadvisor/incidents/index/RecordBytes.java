package io.github.incidentadvisor.incidents.index;

import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.text.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An incident as bytes and back. */
final class RecordBytes {
    private static final int MOST_FACTS = 100_000;

    private RecordBytes() {}

    static byte[] write(Incident incident) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            text(incident.id(), out);
            text(incident.title(), out);
            text(incident.url(), out);
            text(incident.date(), out);
            text(incident.source(), out);
            out.writeBoolean(incident.closed());
            out.writeByte(incident.sort().ordinal());
            text(incident.text(), out);
            out.writeInt(incident.facts().size());
            for (Fact fact : incident.facts()) {
                out.writeByte(fact.kind().ordinal());
                text(fact.value(), out);
                out.writeInt(fact.span().start());
                out.writeInt(fact.span().end());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be full of bytes", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when these are no such bytes */
    static Incident read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String id = text(in);
            String title = text(in);
            String url = text(in);
            String date = text(in);
            String source = text(in);
            boolean closed = in.readBoolean();
            Incident.Sort sort = Incident.Sort.values()[in.readByte()];
            String text = text(in);
            int count = in.readInt();
            if (count < 0 || count > MOST_FACTS) {
                throw new IOException("no count of facts: " + count);
            }
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Fact.Kind kind = Fact.Kind.values()[in.readByte()];
                facts.add(new Fact(kind, text(in), new Span(in.readInt(), in.readInt())));
            }
            return new Incident(id, title, url, date, source, closed, sort, text, facts);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("no record", e);
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("no length of a text: " + length);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
