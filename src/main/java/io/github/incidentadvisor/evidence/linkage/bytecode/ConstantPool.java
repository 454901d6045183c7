package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a class file names in its constant pool (JVMS 4.4): all that its code can refer to, without reading the code. It has no lines
 * and does not tell a static call from another.
 */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z_]\\w*\\.)+[A-Z]\\w*(?:\\$\\w+)*");

    private final Bytes bytes;
    private final int[] offsets;
    private final int[] tags;

    private ConstantPool(Bytes bytes, int[] offsets, int[] tags) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.tags = tags;
    }

    /** Reads the pool that begins with its count at {@code at}, and leaves {@code at} behind it. */
    static ConstantPool read(Bytes at) {
        int count = at.u2();
        int[] offsets = new int[count];
        int[] tags = new int[count];
        for (int i = 1; i < count; i++) {
            tags[i] = at.u1();
            offsets[i] = at.position();
            switch (tags[i]) {
                case UTF8 -> at.skip(at.u2());
                case CLASS, STRING, 16, 19, 20 -> at.skip(2);
                case 15 -> at.skip(3);
                case 3, 4, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, 17, 18 -> at.skip(4);
                case 5, 6 -> {
                    at.skip(8);
                    i++;
                }
                default ->
                    throw new IllegalArgumentException("its constant pool has an entry of unknown kind " + tags[i]);
            }
        }
        return new ConstantPool(at, offsets, tags);
    }

    String utf8(int index) {
        return bytes.utf8(offset(index, UTF8));
    }

    private int offset(int index, int tag) {
        if (index <= 0 || index >= tags.length || tags[index] != tag) {
            throw new IllegalArgumentException("its constant pool is inconsistent");
        }
        return offsets[index];
    }

    /** What an entry for a class names: internal, or the descriptor of an array. */
    String className(int index) {
        return utf8(bytes.u2At(offset(index, CLASS)));
    }

    /** Internal names of all classes that have an entry of their own; of arrays, what they are made of. */
    Set<String> classes() {
        Set<String> classes = new LinkedHashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == CLASS) {
                String element = Names.element(className(i));
                if (!element.isEmpty()) {
                    classes.add(element);
                }
            }
        }
        return classes;
    }

    /** Internal names of all classes that stand in its descriptors, such as those of fields and annotations. */
    Set<String> described() {
        Set<String> classes = new LinkedHashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == UTF8 && bytes.isDescriptor(offsets[i])) {
                String descriptor = bytes.utf8(offsets[i]);
                int end = 0;
                for (int at = descriptor.indexOf('L'); at >= 0 && end >= 0; at = descriptor.indexOf('L', end)) {
                    end = descriptor.indexOf(';', at);
                    if (end > 0) {
                        classes.add(descriptor.substring(at + 1, end));
                    } else {
                        break;
                    }
                }
            }
        }
        return classes;
    }

    /** Internal names of what may be classes that the code looks up by name: texts that look like {@code com.acme.Pool}. */
    Set<String> lookedUp() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == STRING) {
                String text = utf8(bytes.u2At(offsets[i]));
                if (text.indexOf('.') > 0 && CLASS_NAME.matcher(text).matches()) {
                    names.add(text.replace('.', '/'));
                }
            }
        }
        return names;
    }

    /**
     * A member that is named.
     *
     * @param onInterface whether the entry says that the owner is an interface
     */
    record Entry(String owner, String name, String descriptor, boolean onInterface) {
        boolean isMethod() {
            return descriptor.startsWith("(");
        }
    }

    /** The members that are named, without those of arrays. */
    List<Entry> members() {
        List<Entry> members = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
                String owner = className(bytes.u2At(offsets[i]));
                int nameAndType = offset(bytes.u2At(offsets[i] + 2), NAME_AND_TYPE);
                if (!owner.startsWith("[")) {
                    members.add(new Entry(
                            owner,
                            utf8(bytes.u2At(nameAndType)),
                            utf8(bytes.u2At(nameAndType + 2)),
                            tags[i] == INTERFACE_METHOD));
                }
            }
        }
        return members;
    }
}
