package io.github.incidentadvisor.incidents.names;

import java.util.Set;

/** What is compiled into programs, and so talks to servers of that name rather than being one. */
final class Ecosystems {
    private static final Set<String> LIBRARIES = Set.of(
            "maven", "gradle", "npm", "pip", "pypi", "gem", "rubygems", "go", "golang", "cargo", "nuget", "composer");

    private Ecosystems() {}

    static boolean isOfLibraries(String ecosystem) {
        return LIBRARIES.contains(ecosystem);
    }
}
