package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Health;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.evidence.notes.Homes.Home;
import io.github.incidentadvisor.github.CodeHost;
import io.github.incidentadvisor.github.CodeHost.Listing;
import io.github.incidentadvisor.github.CodeHost.Page;
import io.github.incidentadvisor.github.CodeHost.Release;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.github.Told;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The notes of one step in one repository of a code host: its releases, else its files at the default branch and at the tag of
 * the version that is gone to. One use, one thread.
 */
final class HostedNotes {
    private static final int MOST_PAGES = 3;
    private static final int MOST_FILES = 5;
    private static final int MOST_GUIDES = 2;
    private static final int MOST_SINGLE = 60;
    private static final int MOST_MINORS = 6;

    private final CodeHost host;
    private final RepositoryName repository;
    private final Step step;
    private final NameHints names;
    private final Range range;
    private final Tags tags;
    private final Places places;
    private final Optional<String> knownTag;
    private final Optional<String> minors;
    private final boolean thorough;
    private final Set<String> lookedAt = new LinkedHashSet<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Health> health = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    private boolean releasesAreWhole;
    private final Collected collected;

    /**
     * A reading.
     *
     * @param thorough whether files that only add to what is there are worth a question
     */
    HostedNotes(CodeHost host, Home home, Step step, boolean thorough) {
        this.thorough = thorough;
        this.host = host;
        this.repository = home.repository();
        this.minors = home.minors();
        this.step = step;
        this.names = NameHints.of(step.component(), Optional.of(repository));
        this.range = new Range(step.from(), step.to());
        this.tags = new Tags(names);
        this.places = new Places(names, range);
        this.knownTag = home.tag().filter(tag -> tags.fit(tag) > 0);
        this.collected = new Collected(range);
    }

    /** Reads until the version that is gone to is found, or there is nowhere left to look. */
    void read() {
        if (minors.isPresent()) {
            range.minors(MOST_MINORS)
                    .forEach(minor -> file(CodeHost.HEAD, minors.get().replace("{minor}", minor)));
            return;
        }
        if (!readReleases()) {
            return;
        }
        Optional<String> known = knownTag();
        boolean tagFirst = known.isPresent() && isOtherLine();
        if (!isDone()) {
            readFiles(tagFirst ? known.get() : CodeHost.HEAD);
        }
        if (!isDone()) {
            Optional<String> next = tagFirst ? Optional.of(CodeHost.HEAD) : known.or(this::searchedTag);
            next.ifPresent(this::readFiles);
        }
    }

    private boolean isDone() {
        return collected.hasTarget() && !collected.startsLate();
    }

    Collected collected() {
        return collected;
    }

    List<String> lookedAt() {
        return List.copyOf(lookedAt);
    }

    List<Gap> gaps() {
        return gaps;
    }

    List<Health> health() {
        return health;
    }

    private String where() {
        return host.host() + "/" + repository;
    }

    /** @return whether there is such a repository */
    private boolean readReleases() {
        for (int page = 1; page <= MOST_PAGES; page++) {
            Told<Page> told = host.releases(repository, page);
            if (told.thing().isEmpty()) {
                lookedAt.add(where() + " ("
                        + (told instanceof Told.Missing ? "no such repository, or not a public one" : "not read")
                        + ")");
                silent(told, "releases of " + where());
                return !(told instanceof Told.Missing);
            }
            releases.addAll(told.thing().get().releases());
            releasesAreWhole = !told.thing().get().more();
            boolean reached = releases.stream()
                    .map(release -> tags.versionOf(release.tag()))
                    .flatMap(Optional::stream)
                    .anyMatch(range::startsAtOrAfter);
            if (releasesAreWhole || reached) {
                break;
            }
        }
        if (!releases.isEmpty()) {
            lookedAt.add(where() + "/releases (" + releases.size() + (releasesAreWhole ? "" : " newest") + ")");
            lastRelease();
            Releases.sections(releases, tags, names, range, step.to())
                    .forEach(one -> collected.add(one.section(), where() + "/releases", one.url(), false));
            collected.reaches(!releases.isEmpty()
                    && releases.stream()
                            .map(release -> tags.versionOf(release.tag()))
                            .flatMap(Optional::stream)
                            .anyMatch(range::startsAtOrAfter));
        }
        return true;
    }

    /** When it last released, unless it has left off to publish its releases here: then newer ones are elsewhere. */
    private void lastRelease() {
        releases.stream()
                .filter(release -> !release.day().isEmpty() && tags.fit(release.tag()) > 0)
                .max(Comparator.comparing(Release::day))
                .filter(last -> tags.versionOf(last.tag())
                        .filter(version ->
                                VersionOrder.MAVEN.compare(version, step.to()) >= 0 || Range.same(version, step.to()))
                        .isPresent())
                .ifPresent(last -> health.add(new Health(
                        "last-release",
                        last.day(),
                        last.tag() + ", published " + last.day(),
                        where() + "/releases",
                        last.url(),
                        last.day())));
    }

    /** Whether the newest release is of another major line, and the default branch with it. */
    private boolean isOtherLine() {
        return releases.stream()
                .filter(release -> !release.prerelease())
                .map(release -> tags.versionOf(release.tag()))
                .flatMap(Optional::stream)
                .max(VersionOrder.MAVEN)
                .filter(newest -> newest.stepTo(step.to()) == Version.Step.MAJOR)
                .isPresent();
    }

    private Optional<String> knownTag() {
        return tags.of(step.to(), releases.stream().map(Release::tag).toList()).or(() -> knownTag);
    }

    private Optional<String> searchedTag() {
        return releases.isEmpty() || !releasesAreWhole
                ? host.tags(repository).thing().flatMap(all -> tags.of(step.to(), all))
                : Optional.empty();
    }

    private void readFiles(String ref) {
        Told<Listing> told = host.tree(repository, ref);
        String at = ref.equals(CodeHost.HEAD) ? "" : " at " + ref;
        if (told.thing().isEmpty()) {
            lookedAt.add(where() + at + " (" + (told instanceof Told.Missing ? "not there" : "not read") + ")");
            silent(told, "files of " + where() + at);
            return;
        }
        Listing listing = told.thing().get();
        if (!listing.whole()) {
            gaps.add(Gap.of("files of " + where() + at, "there are more than the host lists at once"));
        }
        List<String> changelogs = places.changelogs(listing.paths(), MOST_FILES);
        for (String path : changelogs) {
            if (!isDone()) {
                file(ref, path);
            }
        }
        if (!collected.hasTarget() || collected.isThin()) {
            singles(ref, listing);
        }
        if (thorough || changelogs.isEmpty()) {
            places.guides(listing.paths(), MOST_GUIDES).forEach(path -> file(ref, path));
        }
        if (changelogs.isEmpty() && collected.isEmpty()) {
            lookedAt.add(
                    where() + at + " (no file of notes among " + listing.paths().size() + ")");
        }
    }

    private void file(String ref, String path) {
        String at = ref.equals(CodeHost.HEAD) ? "" : " at " + ref;
        Told<byte[]> told = host.file(repository, ref, path);
        if (told.thing().isEmpty()) {
            silent(told, path + " of " + where() + at);
            lookedAt.add(where() + ", " + path + at + " (not read)");
            return;
        }
        try {
            boolean ofTheTag = !ref.equals(CodeHost.HEAD) && Places.isAboutNext(path);
            NotesDocument document = NoteFile.read(
                    path, told.thing().get(), names, ofTheTag ? Optional.of(step.to()) : Optional.empty());
            collected.add(
                    minors.isPresent() ? document.only(range::names) : document,
                    where() + ", " + path,
                    line -> host.page(repository, ref, path, line));
            lookedAt.add(where() + ", " + path + at + " (" + Remarks.of(document, range) + ")");
            Remarks.endOf(document, path)
                    .ifPresent(words -> health.add(new Health(
                            "own-words",
                            "",
                            words.text(),
                            where() + ", " + path,
                            host.page(repository, ref, path, words.line()),
                            told.day())));
        } catch (NoteFile.Unreadable e) {
            lookedAt.add(where() + ", " + path + at + " (" + e.getMessage() + ")");
            gaps.add(Gap.of(path + " of " + where() + at, String.valueOf(e.getMessage())));
        }
    }

    /** Files or folders that are each about one version. */
    private void singles(String ref, Listing listing) {
        places.single(listing.paths()).entrySet().stream()
                .limit(MOST_SINGLE)
                .filter(one -> !collected.has(one.getKey()))
                .forEach(one -> file(ref, one.getValue()));
        places.folders(listing.paths()).entrySet().stream()
                .limit(MOST_SINGLE)
                .filter(one -> !collected.has(one.getKey()))
                .forEach(one -> folder(ref, one.getKey(), one.getValue()));
    }

    private void folder(String ref, Version version, List<String> files) {
        List<RawSection> parts = new ArrayList<>();
        String folder = files.get(0).substring(0, files.get(0).lastIndexOf('/'));
        for (String path : files) {
            Optional<byte[]> bytes = host.file(repository, ref, path).thing();
            if (bytes.isEmpty()) {
                gaps.add(Gap.of(folder + " of " + where(), "not every entry of it could be read"));
                break;
            }
            try {
                parts.add(XmlChanges.part(version, bytes.get()));
            } catch (javax.xml.stream.XMLStreamException e) {
                gaps.add(Gap.of(path + " of " + where(), "it is no XML that can be read"));
            }
        }
        NotesDocument document = NotesDocument.of(parts, List.of());
        collected.add(document, where() + ", " + folder, line -> host.page(repository, ref, folder, 0));
        lookedAt.add(where() + ", " + folder + " (" + files.size() + " entries)");
    }

    private void silent(Told<?> told, String what) {
        if (told instanceof Told.Silent<?> silent && !collected.hasTarget()) {
            gaps.add(Gap.of(what, silent.why()));
        }
    }
}
