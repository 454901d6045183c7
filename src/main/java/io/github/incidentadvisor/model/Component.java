package io.github.incidentadvisor.model;

import java.util.Set;

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

    /**
     * A tool, runtime, service or platform that is named by itself and not by coordinates: {@code java}, {@code kubernetes},
     * {@code aws-lambda}.
     *
     * @param name may have parts with {@code /} between them, the general one first: {@code amazon-rds/postgres}
     */
    record Platform(String name) implements Component {
        /** The Java level that a project compiles to. */
        public static final Platform JAVA = new Platform("java");
        /** Maven as the wrapper pins it. */
        public static final Platform MAVEN = new Platform("maven");

        @Override
        public String purl() {
            return "pkg:generic/" + PurlText.path(name);
        }

        @Override
        public String ecosystem() {
            return "generic";
        }
    }

    /**
     * A container image. What Docker Hub calls {@code library/postgres}, {@code postgres} and
     * {@code docker.io/library/postgres} is one.
     *
     * @param registry host of the registry; empty for Docker Hub
     * @param repository path in the registry without {@code library/}
     */
    record Image(String registry, String repository) implements Component {
        private static final Set<String> HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

        public Image {
            registry = HUB.contains(registry) ? "" : registry;
            repository = registry.isEmpty() && repository.startsWith("library/")
                    ? repository.substring("library/".length())
                    : repository;
        }

        @Override
        public String purl() {
            return "pkg:docker/" + PurlText.path(repository)
                    + (registry.isEmpty() ? "" : "?repository_url=" + PurlText.encode(registry));
        }

        @Override
        public String name() {
            return registry.isEmpty() ? repository : registry + "/" + repository;
        }

        @Override
        public String ecosystem() {
            return "docker";
        }
    }

    /** A repository of GitHub Actions or of reusable workflows; all in it share its versions. */
    record Action(String owner, String repository) implements Component {
        @Override
        public String purl() {
            return "pkg:githubactions/" + PurlText.encode(owner) + "/" + PurlText.encode(repository);
        }

        @Override
        public String name() {
            return owner + "/" + repository;
        }

        @Override
        public String ecosystem() {
            return "githubactions";
        }
    }

    /**
     * A Helm chart; purl-spec has no type for it.
     *
     * @param repository where it comes from, as it is written; empty when unsaid
     */
    record Chart(String name, String repository) implements Component {
        @Override
        public String purl() {
            return "pkg:generic/helm-chart/" + PurlText.path(name)
                    + (repository.isEmpty() ? "" : "?repository_url=" + PurlText.encode(repository));
        }

        @Override
        public String ecosystem() {
            return "helm";
        }
    }

    /**
     * A provider of Terraform or OpenTofu; purl-spec has no type for it.
     *
     * @param source {@code namespace/type}, with the registry's host before it when that is not Terraform's own
     */
    record TerraformProvider(String source) implements Component {
        @Override
        public String purl() {
            return "pkg:generic/terraform-provider/" + PurlText.path(source);
        }

        @Override
        public String name() {
            return source;
        }

        @Override
        public String ecosystem() {
            return "terraform";
        }
    }

    /**
     * A module of Terraform or OpenTofu that a registry or a git repository holds; purl-spec has no type for it.
     *
     * @param source {@code namespace/name/provider}, or host and path of a git repository
     */
    record TerraformModule(String source) implements Component {
        @Override
        public String purl() {
            return "pkg:generic/terraform-module/" + PurlText.path(source);
        }

        @Override
        public String name() {
            return source;
        }

        @Override
        public String ecosystem() {
            return "terraform";
        }
    }
}
