package io.github.incidentadvisor.incidents.names;

import java.util.List;

/**
 * How a text may speak of what changes.
 *
 * @param names its own first
 * @param client whether it is a library that talks to a server of that name: what happens to the server alone is another matter
 * @param setting what is set, where no version moves but a limit, a size or a type; empty else
 * @param aside why no incident of production can be its fault (a test library, a build plugin, a CI action); empty else
 */
public record Named(List<Name> names, boolean client, List<String> setting, String aside) {
    public Named {
        names = List.copyOf(names);
        setting = List.copyOf(setting);
    }
}
