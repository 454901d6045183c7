package io.github.incidentadvisor.inventory.manifest;

/** What sort of place names a component. */
enum Kind {
    DOCKER_IMAGE("docker-image"),
    HELM_CHART("helm-chart"),
    KUSTOMIZE_BASE("kustomize-base"),
    TERRAFORM_VERSION("terraform-version"),
    TERRAFORM_PROVIDER("terraform-provider"),
    TERRAFORM_MODULE("terraform-module"),
    /** The Kubernetes version of a cluster or of its nodes. */
    KUBERNETES_VERSION("kubernetes-version"),
    /** What a function or web app runs on. */
    RUNTIME("runtime"),
    /** The version of a managed database, broker or search engine. */
    ENGINE_VERSION("engine-version"),
    /** The type or size of a machine. */
    INSTANCE_TYPE("instance-type"),
    GITHUB_ACTION("github-action"),
    GITHUB_RUNNER("github-runner"),
    /** What the runner runs an action of this repository on. */
    ACTION_RUNTIME("action-runtime"),
    TOOL_VERSION("tool-version"),
    MAVEN_WRAPPER("maven-wrapper"),
    GRADLE_WRAPPER("gradle-wrapper");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The name in inventory.json. */
    String word() {
        return word;
    }

    static Kind of(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of reference: " + word);
    }
}
