package io.github.incidentadvisor.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids that stay the same while lines move: a prefix and six hex digits of a SHA-256 over what the thing is, never over
 * where in the file or in the list it stands.
 */
public final class StableId {
    private StableId() {}

    /** The id of a finding of {@code kind} about {@code component} in {@code file}, named {@code name}. */
    public static String of(Finding.Kind kind, String component, String file, String name) {
        return of(kind.prefix(), kind.word(), component, file, name);
    }

    /** A prefix and the hash of the parts; parts are kept apart, so ("a", "bc") and ("ab", "c") differ. */
    public static String of(String prefix, String... parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return prefix + "-" + HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
