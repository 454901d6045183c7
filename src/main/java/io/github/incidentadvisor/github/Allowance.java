package io.github.incidentadvisor.github;

import java.util.List;
import java.util.function.Supplier;

/**
 * A code host that may be asked only so often for one purpose, whatever the answers cost: the same questions are answered with
 * warm caches as with cold ones. One use, one thread.
 */
public final class Allowance implements CodeHost {
    private final CodeHost host;
    private final int most;
    private int asked;

    /** @param most questions that are passed on; the rest is answered with silence */
    public Allowance(CodeHost host, int most) {
        this.host = host;
        this.most = most;
    }

    @Override
    public Told<Page> releases(RepositoryName repository, int page) {
        return within(() -> host.releases(repository, page));
    }

    @Override
    public Told<List<String>> tags(RepositoryName repository) {
        return within(() -> host.tags(repository));
    }

    @Override
    public Told<Listing> tree(RepositoryName repository, String ref) {
        return within(() -> host.tree(repository, ref));
    }

    @Override
    public Told<byte[]> file(RepositoryName repository, String ref, String path) {
        return within(() -> host.file(repository, ref, path));
    }

    private <T> Told<T> within(Supplier<Told<T>> question) {
        if (asked >= most) {
            return new Told.Silent<>("no more than " + most + " requests are made for one component");
        }
        asked++;
        return question.get();
    }

    @Override
    public String page(RepositoryName repository, String ref, String path, int line) {
        return host.page(repository, ref, path, line);
    }

    @Override
    public String host() {
        return host.host();
    }
}
