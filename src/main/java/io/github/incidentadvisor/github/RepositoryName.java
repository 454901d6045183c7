package io.github.incidentadvisor.github;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of a code host, {@code owner/name}.
 *
 * @param owner a user or an organisation
 */
public record RepositoryName(String owner, String name) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:scm:)?(?:git:|svn:)?(?:(?:git\\+)?(?:https?|git|ssh)://)?(?:[\\w.-]+@)?(?:www\\.)?"
                    + "([A-Za-z0-9.-]{3,100})[/:]([A-Za-z0-9_][A-Za-z0-9._-]{0,99})/([A-Za-z0-9_][A-Za-z0-9._-]{0,99})"
                    + "(?:[/?#].*)?");

    public RepositoryName {
        if (!PART.matcher(owner).matches() || !PART.matcher(name).matches()) {
            throw new IllegalArgumentException("no repository: " + owner + "/" + name);
        }
    }

    /** What {@code owner/name} names; empty when it is nothing of that form. */
    public static Optional<RepositoryName> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 2
                        && PART.matcher(parts[0]).matches()
                        && PART.matcher(parts[1]).matches()
                ? Optional.of(new RepositoryName(parts[0], parts[1]))
                : Optional.empty();
    }

    /**
     * The repository that an address of a web page, a clone or a POM's {@code scm} leads to, if it is on {@code host}; mirrors of
     * that host that only forward ({@code gitbox.apache.org} and the like) are not known here.
     */
    public static Optional<RepositoryName> of(String address, String host) {
        if (address.length() > 500) {
            return Optional.empty();
        }
        Matcher matcher = ADDRESS.matcher(address.strip());
        if (!matcher.matches() || !matcher.group(1).equalsIgnoreCase(host)) {
            return Optional.empty();
        }
        String name = matcher.group(3).replaceFirst("\\.git$", "");
        return parse(matcher.group(2) + "/" + name);
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
