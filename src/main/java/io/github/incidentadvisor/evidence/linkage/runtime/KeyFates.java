package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.linkage.runtime.KeyCatalog.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of configuration keys between two class paths. */
final class KeyFates {
    private final Passage passage;
    private final KeyCatalog old;
    private final KeyCatalog now;
    private final Function<Jar, List<Key>> reading;
    private final Gaps gaps;
    private final Map<Key, Optional<Fate>> fates = new HashMap<>();
    private KeyCatalog stayed;
    private List<OtherDefault> otherDefaults;

    enum End {
        /** No jar knows it. */
        GONE,
        /** The new jar knows that it is not read any more. */
        REFUSED,
        /** It is read, and the new jar says that it will not be. */
        DEPRECATED
    }

    /**
     * @param was the key that had it, which may be a map above
     * @param says the new jar's entry, if it has one
     * @param replacement a key to use instead, or those below one, {@code a.b.*}; empty when none is named or known
     * @param landsFirst whether the replacement works before the change too
     */
    record Fate(End end, Key was, Optional<Key> says, String replacement, boolean landsFirst) {}

    KeyFates(Passage passage, Function<Jar, List<Key>> reading, Gaps gaps) {
        this.passage = passage;
        this.reading = reading;
        this.gaps = gaps;
        old = KeyCatalog.of(
                passage.left().stream()
                        .filter(KeyCatalog::isIn)
                        .filter(this::isComparable)
                        .toList(),
                reading);
        now = old.isEmpty() ? old : KeyCatalog.of(passage.arrived(), reading);
    }

    /** A new version built without metadata says nothing about its keys. */
    private boolean isComparable(Jar jar) {
        Optional<Jar> successor = passage.successor(jar);
        boolean comparable = successor.map(KeyCatalog::isIn).orElse(true);
        if (!comparable) {
            gaps.add(
                    "configuration keys of " + successor.get().name(),
                    "it has no configuration metadata, unlike "
                            + jar.coordinates().version());
        }
        return comparable;
    }

    /** Whether no key can have any fate. */
    boolean isEmpty() {
        return old.isEmpty();
    }

    boolean knew(KeyName key) {
        return old.find(key).isPresent();
    }

    Optional<Fate> of(KeyName key) {
        Optional<Key> was = old.find(key).filter(known -> !known.isGone());
        if (was.isEmpty()) {
            return Optional.empty();
        }
        Optional<Key> is = now.couldTake(key);
        if (is.isPresent()) {
            return was.get().key().equals(is.get().key()) || is.get().isGone()
                    ? of(was.get(), is.get())
                    : Optional.empty();
        }
        return fates.computeIfAbsent(was.get(), this::gone).filter(fate -> !takenByWhatStayed(key));
    }

    private Optional<Fate> of(Key was, Key is) {
        if (is.isGone()) {
            return Optional.of(fate(End.REFUSED, was, Optional.of(is), is.replacement()));
        }
        if (is.isDeprecated() && !was.isDeprecated()) {
            return Optional.of(fate(End.DEPRECATED, was, Optional.of(is), is.replacement()));
        }
        return Optional.empty();
    }

    private Optional<Fate> gone(Key was) {
        List<String> sameProperty = now.ofProperty(was).stream()
                .filter(key -> !key.isGone())
                .map(Key::name)
                .toList();
        // The class still has the property and no other key is documented for it: then only the document lost it.
        if (sameProperty.isEmpty() && isStillProperty(was)) {
            return Optional.empty();
        }
        String moved = sameProperty.size() == 1 ? sameProperty.get(0) : "";
        String replacement = was.replacement().isEmpty() ? moved : was.replacement();
        return Optional.of(fate(End.GONE, was, Optional.empty(), replacement));
    }

    private boolean isStillProperty(Key was) {
        String last = was.key().last();
        return !was.owner().isEmpty()
                && passage.after().stream()
                        .filter(jar -> jar.hasClass(was.owner()))
                        .findFirst()
                        .map(jar -> ClassFiles.members(jar, was.owner()))
                        .map(members -> members.contains("set" + last) || members.contains(last))
                        .orElse(false);
    }

    private Fate fate(End end, Key was, Optional<Key> says, String replacement) {
        KeyName instead = KeyName.of(replacement);
        boolean exists = !replacement.isEmpty() && isInUse(now, instead);
        if (!exists && !replacement.isEmpty() && now.hasBelow(instead)) {
            return new Fate(end, was, says, replacement + ".*", old.hasBelow(instead));
        }
        return new Fate(end, was, says, exists ? replacement : "", exists && isInUse(old, instead));
    }

    private static boolean isInUse(KeyCatalog catalog, KeyName key) {
        return catalog.couldTake(key).filter(known -> !known.isGone()).isPresent();
    }

    private boolean takenByWhatStayed(KeyName key) {
        if (stayed == null) {
            stayed = KeyCatalog.of(passage.stayed(), reading);
        }
        return stayed.couldTake(key).filter(known -> !known.isGone()).isPresent();
    }

    /** The fate of the key that an environment variable means; of none that is still in use in some spelling. */
    Optional<Fate> ofVariable(String squashed) {
        boolean used = now.ofVariable(squashed).stream().anyMatch(key -> !key.isDeprecated());
        return used
                ? Optional.empty()
                : old.ofVariable(squashed).stream()
                        .flatMap(key -> of(key.key()).stream())
                        .findFirst();
    }

    /** A key with another default than before: both documented, both not empty. */
    record OtherDefault(Key was, Key is) {}

    synchronized List<OtherDefault> otherDefaults() {
        if (otherDefaults == null) {
            otherDefaults = findOtherDefaults();
        }
        return otherDefaults;
    }

    private List<OtherDefault> findOtherDefaults() {
        return old.all().stream()
                .flatMap(was -> now
                        .exact(was.key())
                        .filter(is -> differs(was.defaultValue(), is.defaultValue()) && !is.isDeprecated())
                        .map(is -> new OtherDefault(was, is))
                        .stream())
                .toList();
    }

    /** Whether {@code key} is of the same class and group as another: who sets it uses what that one belongs to. */
    boolean isBeside(KeyName key, Key other) {
        return !other.owner().isEmpty()
                && key.elements().size() == other.key().elements().size()
                && key.above(1).equals(other.key().above(1))
                && old.exact(key)
                        .filter(known -> known.owner().equals(other.owner()))
                        .isPresent();
    }

    /**
     * A unit that is now written out is no other value; and 0 says nothing, since the annotation processor writes it for every
     * number that it cannot work out.
     */
    private static boolean differs(String was, String is) {
        String units = "(?i)(?<=\\d)(ms|s|m|h|d|b|kb|mb)$";
        return !was.isEmpty()
                && !is.isEmpty()
                && !was.equals("0")
                && !is.equals("0")
                && !was.equalsIgnoreCase(is)
                && !was.equals(is.replaceFirst(units, ""))
                && !is.equals(was.replaceFirst(units, ""));
    }
}
