package io.github.incidentadvisor;

import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a judgement of a commit depends on beside the commit and the day: our own release, the bundled facts, the settings, folders of
 * incidents. What other hosts say is believed for a day, so that the day is a part of it unless nobody is asked.
 */
record ScanKey(String others) {
    private static final List<String> FACTS = List.of(
            "evidence/lifecycle/lifecycles.tsv",
            "evidence/lifecycle/coordinates.tsv",
            "evidence/lifecycle/images.tsv",
            "evidence/lifecycle/platforms.tsv",
            "evidence/kubernetes/apis.tsv",
            "evidence/kubernetes/moves.tsv",
            "evidence/retirement/retirements.json",
            "inventory/manifest/attributes.tsv",
            "incidents/names/names.tsv");

    private static final int MOST_FILES = 20_000;

    /** Where things lie, and what is asked of the whole. */
    private static final Set<Setting> ASIDE = EnumSet.of(
            Setting.TODAY,
            Setting.OUTPUT_DIRECTORY,
            Setting.CACHE_DIRECTORY,
            Setting.REPOSITORIES,
            Setting.STATE,
            Setting.MERGE,
            Setting.PLAN,
            Setting.SHARD,
            Setting.SHARDS,
            Setting.WHO,
            Setting.FAIL_ON,
            Setting.ID,
            Setting.APPLY);

    static ScanKey of(Settings settings, LocalDate today) {
        MessageDigest digest = sha256();
        add(digest, String.valueOf(Advisor.class.getPackage().getImplementationVersion()));
        FACTS.forEach(name -> digest.update(resource(name)));
        for (Setting setting : Setting.values()) {
            if (!ASIDE.contains(setting)) {
                add(digest, setting.key() + "=" + settings.text(setting));
            }
        }
        settings.list(Setting.INCIDENTS).stream()
                .filter(name -> Path.of(name).isAbsolute())
                .forEach(name -> folder(Path.of(name), digest));
        if (!settings.flag(Setting.OFFLINE)) {
            add(digest, today.toString());
        }
        return new ScanKey(HexFormat.of().formatHex(digest.digest()));
    }

    String of(String commit) {
        MessageDigest digest = sha256();
        add(digest, others);
        add(digest, commit);
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static void folder(Path folder, MessageDigest digest) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.limit(MOST_FILES).sorted().toList()) {
                if (Files.isRegularFile(file)) {
                    add(
                            digest,
                            folder.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            add(digest, "unreadable");
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = ScanKey.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
