package io.github.incidentadvisor.evidence.lifecycle;

import java.util.Set;

/** The builds of Java that the lifecycle data knows. */
public final class Jdks {
    /** Products whose cycles are Java versions. */
    public static final Set<String> PRODUCTS = Set.of(
            "alibaba-dragonwell",
            "amazon-corretto",
            "azul-zulu",
            "bellsoft-liberica",
            "eclipse-temurin",
            "graalvm-ce",
            "ibm-semeru-runtime",
            "microsoft-build-of-openjdk",
            "openjdk-builds-from-oracle",
            "oracle-graalvm",
            "oracle-jdk",
            "redhat-build-of-openjdk",
            "sapmachine");

    private Jdks() {}
}
