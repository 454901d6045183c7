package io.github.incidentadvisor.model;

import java.util.Locale;

/** How a project comes to have a component; the earlier, the more deliberate. */
public enum Role {
    PARENT,
    BOM,
    DIRECT,
    /** In dependencyManagement, whether used or not. */
    MANAGED,
    PLUGIN,
    /** In pluginManagement only. */
    MANAGED_PLUGIN,
    PLUGIN_DEPENDENCY,
    /** {@code .mvn/extensions.xml} or {@code <build><extensions>}. */
    EXTENSION,
    /** The Java level, the Maven wrapper, and in later readers whatever a manifest names. */
    PLATFORM,
    /** Brought by another dependency. */
    TRANSITIVE;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
