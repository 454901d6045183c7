package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import java.util.Locale;
import java.util.Map;

/** Tools by the names that version managers and set-up actions have for them. */
final class Tools {
    private static final Map<String, String> NAMES = Map.of(
            "nodejs", "node",
            "golang", "go",
            "dotnet-core", "dotnet",
            "dotnet-sdk", "dotnet",
            "jdk", "java",
            "openjdk", "java");

    private Tools() {}

    /** A tool that a file asks for. */
    static Mention mention(String tool, String distribution, Place place) {
        String name = name(tool);
        return Mention.of(Kind.TOOL_VERSION, component(name, distribution), name, place)
                .beside("distribution", distribution);
    }

    static String name(String tool) {
        return NAMES.getOrDefault(tool.toLowerCase(Locale.ROOT), tool);
    }

    /** Java is a thing of its own for each vendor; without one it is whatever Java there is. */
    private static Component component(String name, String distribution) {
        return new Component.Platform(distribution.isEmpty() ? name : name + "/" + distribution);
    }
}
