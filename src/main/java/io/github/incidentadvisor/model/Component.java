package io.github.incidentadvisor.model;

/** A thing that has versions and that a project depends on. Equal components are the same thing at any version. */
public sealed interface Component {
    /**
     * The package URL without a version, <a href="https://github.com/package-url/purl-spec">purl-spec</a>. Identifies the
     * component across reports.
     */
    String purl();

    /** What people call it, short. */
    String name();

    /** The purl type: {@code maven}, {@code docker}, {@code generic} … */
    String ecosystem();

    /**
     * Something with Maven coordinates: a library, parent, BOM, plugin or extension.
     *
     * @param type the packaging as a dependency names it, {@code jar} when unsaid
     * @param classifier empty when there is none
     */
    record Artifact(String group, String artifact, String type, String classifier) implements Component {
        /** A plain artifact: type {@code jar}, no classifier. */
        public static Artifact of(String group, String artifact) {
            return new Artifact(group, artifact, "jar", "");
        }

        /** {@code group:artifact}, the pair that release notes and lifecycles are about. */
        public String ga() {
            return group + ":" + artifact;
        }

        @Override
        public String purl() {
            String qualifiers = (classifier.isEmpty() ? "" : "classifier=" + PurlText.encode(classifier))
                    + (classifier.isEmpty() || type.equals("jar") ? "" : "&")
                    + (type.equals("jar") ? "" : "type=" + PurlText.encode(type));
            return "pkg:maven/" + PurlText.encode(group) + "/" + PurlText.encode(artifact)
                    + (qualifiers.isEmpty() ? "" : "?" + qualifiers);
        }

        @Override
        public String name() {
            return artifact + (classifier.isEmpty() ? "" : ":" + classifier);
        }

        @Override
        public String ecosystem() {
            return "maven";
        }
    }

    /** A tool or platform that is named by itself and not by coordinates: {@code java}, {@code maven}, {@code kubernetes}. */
    record Platform(String name) implements Component {
        /** The Java level that a project compiles to. */
        public static final Platform JAVA = new Platform("java");
        /** Maven as the wrapper pins it. */
        public static final Platform MAVEN = new Platform("maven");

        @Override
        public String purl() {
            return "pkg:generic/" + PurlText.encode(name);
        }

        @Override
        public String ecosystem() {
            return "generic";
        }
    }
}
