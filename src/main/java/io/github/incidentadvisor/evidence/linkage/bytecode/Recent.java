package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A bounded memory of what was computed: what has not been asked for during the last {@code size} new keys may be forgotten and is
 * then computed again. Two generations of a concurrent map; safe for many threads. {@code compute} may itself ask.
 */
final class Recent<K, V> {
    private final int size;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    Recent(int size) {
        this.size = size;
    }

    V get(K key, Function<K, V> compute) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        V aged = old.get(key);
        V value = aged != null ? aged : compute.apply(key);
        V first = young.putIfAbsent(key, value);
        if (young.size() > size) {
            turn();
        }
        return first == null ? value : first;
    }

    private synchronized void turn() {
        if (young.size() > size) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
