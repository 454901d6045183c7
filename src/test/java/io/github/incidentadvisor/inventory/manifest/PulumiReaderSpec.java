package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulumiReaderSpec {
    @Test
    void resourcesConfigurationAndKubernetesObjectsAreRead() {
        Repository repository = Repository.of("Pulumi.yaml", """
                name: shop
                runtime: yaml
                config:
                  size:
                    type: string
                    default: t2.micro
                resources:
                  web:
                    type: aws:ec2/instance:Instance
                    properties:
                      instanceType: ${size}
                  db:
                    type: aws:rds:Instance
                    properties: {engine: mysql, engineVersion: "5.7", instanceClass: "${other}"}
                  aks:
                    type: azure-native:containerservice:ManagedCluster
                    properties:
                      kubernetesVersion: 1.26.3
                      agentPoolProfiles:
                        - vmSize: Standard_A2_v2
                  ing:
                    type: kubernetes:extensions/v1beta1:Ingress
                  dep:
                    type: kubernetes:apps/v1:Deployment
                    properties:
                      spec: {template: {spec: {containers: [{image: "nginx:1.15"}]}}}
                """);

        assertThat(repository.references())
                .containsExactly(
                        "instance-type Pulumi.yaml:6 aws:ec2/instance:Instance t2.micro resolved",
                        "instance-type Pulumi.yaml:11 aws:ec2/instance:Instance t2.micro resolved decided Pulumi.yaml:6",
                        "engine-version Pulumi.yaml:14 aws:rds:Instance 5.7 resolved beside {engine=mysql}",
                        "instance-type Pulumi.yaml:14 aws:rds:Instance - unresolved beside {engine=mysql}",
                        "kubernetes-version Pulumi.yaml:18 azure-native:containerservice:ManagedCluster 1.26.3 resolved",
                        "instance-type Pulumi.yaml:20 azure-native:containerservice:ManagedCluster Standard_A2_v2 resolved",
                        "docker-image Pulumi.yaml:26 nginx 1.15 resolved");
        assertThat(repository.objects()).contains("Pulumi.yaml:22 extensions/v1beta1 Ingress ing");
    }
}
