package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.ConstantPool.Entry;
import io.github.incidentadvisor.evidence.linkage.bytecode.References.Named;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * {@link Named} of all classes of one jar, in a file of which only the index is kept in memory. The format is our own and may change with
 * {@link #SUFFIX}: a checksum of all that follows (8 bytes), the number of classes (4), for each its name, offset and length, then
 * the blocks. A block is a class's texts, then numbers of texts: classes, described, looked up, members. All big-endian, texts in
 * modified UTF-8.
 */
final class ReferenceFile implements Closeable {
    static final String SUFFIX = ".refs1";

    private static final int CHECKSUM = Long.BYTES;
    private static final int LARGEST = 512 * 1024 * 1024;

    private record Block(int offset, int length) {}

    private final FileChannel channel;
    private final Map<String, Block> blocks;

    private ReferenceFile(FileChannel channel, Map<String, Block> blocks) {
        this.channel = channel;
        this.blocks = blocks;
    }

    /** Empty when there is none, or it is not as it was written. */
    static Optional<ReferenceFile> open(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
            CRC32 sum = new CRC32();
            sum.update(all.duplicate().position(CHECKSUM));
            return sum.getValue() == all.getLong(0)
                    ? Optional.of(new ReferenceFile(FileChannel.open(file), index(all)))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Block> index(ByteBuffer all) {
        Map<String, Block> blocks = new HashMap<>();
        ByteBuffer at = all.duplicate().position(CHECKSUM);
        for (int count = at.getInt(); count > 0; count--) {
            byte[] name = new byte[2 + at.getShort(at.position())];
            at.get(name);
            blocks.put(new Bytes(name).utf8(0), new Block(at.getInt(), at.getInt()));
        }
        return blocks;
    }

    /** Empty when the class is not in it, and when it cannot be read any more. */
    Optional<Named> of(String name) {
        Block block = blocks.get(name);
        if (block == null) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(block.length());
        try {
            while (bytes.hasRemaining() && channel.read(bytes, block.offset() + bytes.position()) >= 0) {
                continue;
            }
            return Optional.of(named(new Bytes(bytes.array())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Named named(Bytes at) {
        String[] texts = new String[at.u2()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = at.utf8(at.position());
            at.skip(at.u2());
        }
        Set<String> classes = texts(at, texts);
        Set<String> described = texts(at, texts);
        Set<String> lookedUp = texts(at, texts);
        List<Entry> members = new ArrayList<>();
        for (int count = at.u2(); count > 0; count--) {
            members.add(new Entry(texts[at.u2()], texts[at.u2()], texts[at.u2()], at.u1() == 1));
        }
        return new Named(classes, described, lookedUp, members);
    }

    private static Set<String> texts(Bytes at, String[] texts) {
        Set<String> some = new LinkedHashSet<>();
        for (int count = at.u2(); count > 0; count--) {
            some.add(texts[at.u2()]);
        }
        return some;
    }

    /** Written aside and moved in place, so that nobody sees half of it. */
    static void write(Path file, Map<String, Named> all) throws IOException {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        int header = CHECKSUM + Integer.BYTES;
        for (var one : all.entrySet()) {
            byte[] block = block(one.getValue());
            blocks.put(one.getKey(), block);
            header += utf8(one.getKey()).length + 2 * Integer.BYTES;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeInt(blocks.size());
        int offset = header;
        for (var one : blocks.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(offset);
            out.writeInt(one.getValue().length);
            offset += one.getValue().length;
        }
        for (byte[] block : blocks.values()) {
            out.write(block);
        }
        CRC32 sum = new CRC32();
        sum.update(body.toByteArray());
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), "new", SUFFIX);
        try {
            try (DataOutputStream whole = new DataOutputStream(Files.newOutputStream(aside))) {
                whole.writeLong(sum.getValue());
                body.writeTo(whole);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static byte[] utf8(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(text);
        return bytes.toByteArray();
    }

    private static byte[] block(Named named) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(numbers);
        for (Collection<String> some : List.of(named.classes(), named.described(), named.lookedUp())) {
            out.writeShort(some.size());
            for (String text : some) {
                out.writeShort(number(text, texts));
            }
        }
        out.writeShort(named.members().size());
        for (Entry entry : named.members()) {
            out.writeShort(number(entry.owner(), texts));
            out.writeShort(number(entry.name(), texts));
            out.writeShort(number(entry.descriptor(), texts));
            out.writeByte(entry.onInterface() ? 1 : 0);
        }
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(block);
        all.writeShort(texts.size());
        for (String text : texts.keySet()) {
            all.writeUTF(text);
        }
        numbers.writeTo(all);
        return block.toByteArray();
    }

    private static int number(String text, Map<String, Integer> texts) {
        Integer known = texts.putIfAbsent(text, texts.size());
        return known == null ? texts.size() - 1 : known;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
