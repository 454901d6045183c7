package io.github.incidentadvisor.inventory.manifest;

/** Files that the oracle refuses and we read, each looked at. */
final class KnownRefusals {
    /** The oracle is wrong: its grammar takes {@code in} for a word of its own everywhere. */
    private static final String IN_IS_A_NAME = """
            GoogleCloudPlatform+cloud-foundation-fabric modules/compute-mig/autoscaler.tf
            GoogleCloudPlatform+cloud-foundation-fabric modules/compute-mig/variables.tf
            GoogleCloudPlatform+cloud-foundation-fabric modules/compute-vm/instance.tf
            GoogleCloudPlatform+cloud-foundation-fabric modules/compute-vm/template.tf
            GoogleCloudPlatform+cloud-foundation-fabric modules/compute-vm/variables.tf
            bridgecrewio+checkov tests/terraform/checks/resource/alicloud/example_APIGatewayProtocolHTTPS/main.tf
            """;

    /** The oracle is wrong: the word that ends a here-document may have blanks behind it. */
    private static final String HEREDOC_ENDS_IN_BLANKS = """
            bridgecrewio+checkov tests/terraform/checks/resource/aws/example_KMSKeyWildcardPrincipal/fail.tf
            bridgecrewio+checkov tests/terraform/checks/resource/aws/example_KMSKeyWildcardPrincipal/pass.tf
            """;

    /**
     * The oracle is right, the expression is no HCL: blocks within objects, an address without quotes, an unknown escape, a
     * template within brackets. We read around it, which is meant: the rest of the file says what it says.
     */
    private static final String AN_EXPRESSION_IS_NONE = """
            bridgecrewio+checkov tests/terraform/checks/data/aws/example_AdminPolicyDocument/main.tf
            bridgecrewio+checkov tests/terraform/checks/data/aws/example_StarActionPolicyDocument/main.tf
            bridgecrewio+checkov tests/terraform/checks/resource/oci/example_SecurityListUnrestrictedIngress22/main.tf
            bridgecrewio+checkov tests/terraform/graph/checks_infra/attribute_solvers/cidr_range_not_subset_solver/resources/main.tf
            bridgecrewio+checkov tests/terraform/graph/checks_infra/attribute_solvers/cidr_range_subset_solver/resources/main.tf
            bridgecrewio+checkov tests/terraform/graph/resources/variable_rendering/render_from_module_def_sg/main.tf
            bridgecrewio+checkov tests/terraform/parser/resources/parser_scenarios/maze_of_variables/maze.tf
            """;

    private KnownRefusals() {}

    /** Whether the file of {@code owner+name path: reason} was looked at. */
    static boolean has(String refusal) {
        return (IN_IS_A_NAME + HEREDOC_ENDS_IN_BLANKS + AN_EXPRESSION_IS_NONE)
                .lines()
                .anyMatch(file -> refusal.startsWith(file + ": "));
    }
}
