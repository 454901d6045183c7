package io.github.incidentadvisor.github;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of clones of GitHub's repositories, ordinary or bare, each in {@code owner+name} or {@code owner+name/repo}. Nothing is
 * checked out. Releases are not part of a clone, so it tells of none.
 */
public final class ClonedRepositories implements CodeHost, AutoCloseable {
    private static final int MOST_TAGS = 50_000;

    private final Path folder;
    private final Map<RepositoryName, String> heads;
    private final Map<RepositoryName, Optional<GitRepository>> open = new ConcurrentHashMap<>();
    private final Map<String, Optional<Tree>> trees = new ConcurrentHashMap<>();

    /** @param heads the commit that is taken for the default branch, where that is not the clone's own HEAD */
    public ClonedRepositories(Path folder, Map<RepositoryName, String> heads) {
        this.folder = folder;
        this.heads = Map.copyOf(heads);
    }

    @Override
    public Told<Page> releases(RepositoryName repository, int page) {
        return repository(repository).isPresent()
                ? new Told.Found<>(new Page(List.of(), false), "")
                : new Told.Missing<>();
    }

    @Override
    public Told<List<String>> tags(RepositoryName repository) {
        return told(() -> repository(repository)
                .map(git -> git.tags().stream().limit(MOST_TAGS).toList()));
    }

    @Override
    public Told<Listing> tree(RepositoryName repository, String ref) {
        return told(() -> at(repository, ref)
                .map(tree -> new Listing(
                        tree.entries().stream().map(Tree.Entry::path).toList(), true)));
    }

    @Override
    public Told<byte[]> file(RepositoryName repository, String ref, String path) {
        return told(() -> at(repository, ref).flatMap(tree -> tree.find(path).map(tree::read)));
    }

    @Override
    public String page(RepositoryName repository, String ref, String path, int line) {
        return WebPages.of(
                URI.create("https://github.com"), repository, ref.equals(HEAD) ? head(repository) : ref, path, line);
    }

    @Override
    public String host() {
        return "github.com";
    }

    private String head(RepositoryName repository) {
        return heads.getOrDefault(repository, HEAD);
    }

    private Optional<Tree> at(RepositoryName repository, String ref) {
        String wanted = ref.equals(HEAD) ? heads.getOrDefault(repository, "HEAD") : ref;
        return trees.computeIfAbsent(
                repository + "@" + wanted, key -> repository(repository).flatMap(git -> git.commit(wanted)));
    }

    private Optional<GitRepository> repository(RepositoryName name) {
        return open.computeIfAbsent(name, key -> {
            Optional<Path> home = home(key);
            return home.flatMap(GitRepository::open);
        });
    }

    /**
     * GitHub does not tell names apart by their case, and it forwards those who ask for a repository under a former owner: what
     * has no clone of its own is looked for in the only one of the same name.
     */
    private Optional<Path> home(RepositoryName name) {
        String wanted = name.owner() + "+" + name.name();
        List<Path> own = homes(home -> home.equalsIgnoreCase(wanted));
        List<Path> alike = own.isEmpty()
                ? homes(home ->
                        home.toLowerCase(Locale.ROOT).endsWith("+" + name.name().toLowerCase(Locale.ROOT)))
                : List.of();
        return own.stream()
                .min(Comparator.comparing(one -> !one.getFileName().toString().equals(wanted)))
                .or(() -> alike.stream().filter(one -> alike.size() == 1).findFirst());
    }

    private List<Path> homes(Predicate<String> wanted) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(one -> wanted.test(one.getFileName().toString()))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static <T> Told<T> told(java.util.function.Supplier<Optional<T>> reading) {
        try {
            return reading.get()
                    .map((Function<T, Told<T>>) value -> new Told.Found<>(value, ""))
                    .orElseGet(Told.Missing::new);
        } catch (AdvisorException | UncheckedIOException | Tree.TooLarge e) {
            return new Told.Silent<>(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        open.values().forEach(one -> one.ifPresent(GitRepository::close));
    }
}
