package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.DeclaredObject;
import org.junit.jupiter.api.Test;

class TerraformReaderSpec {
    @Test
    void requiredVersionsProvidersModulesAndLocksAreNamed() {
        assertThat(Repository.of("infra/main.tf", """
                terraform {
                  required_version = ">= 1.5"
                  required_providers {
                    aws = {
                      source  = "hashicorp/aws"
                      version = "~> 5.0"
                    }
                    random = "3.6.0"
                    tls    = { source = "registry.terraform.io/hashicorp/tls" }
                  }
                }
                provider "google" {
                  version = "4.1.0"
                }
                module "vpc" {
                  source  = "terraform-aws-modules/vpc/aws//modules/endpoints"
                  version = "5.21.0"
                }
                module "git" {
                  source = "git::https://example.org/infra.git//net?ref=v1.2"
                }
                module "hub" {
                  source = "github.com/acme/mod"
                }
                module "open" {
                  source = "app.example.io/acme/net/aws"
                }
                """)
                        .with("infra/.terraform.lock.hcl", """
                                provider "registry.terraform.io/hashicorp/aws" {
                                  version     = "5.61.0"
                                  constraints = "~> 5.0"
                                  hashes = [
                                    "h1:x=",
                                  ]
                                }
                                """)
                        .references())
                .containsExactly(
                        "terraform-provider infra/.terraform.lock.hcl:2 hashicorp/aws 5.61.0 resolved",
                        "terraform-version infra/main.tf:2 terraform >= 1.5 floating",
                        "terraform-provider infra/main.tf:6 hashicorp/aws ~> 5.0 floating",
                        "terraform-provider infra/main.tf:8 hashicorp/random 3.6.0 resolved",
                        "terraform-provider infra/main.tf:9 hashicorp/tls - floating",
                        "terraform-provider infra/main.tf:13 hashicorp/google 4.1.0 resolved",
                        "terraform-module infra/main.tf:17 terraform-aws-modules/vpc/aws 5.21.0 resolved",
                        "terraform-module infra/main.tf:20 example.org/infra v1.2 resolved",
                        "terraform-module infra/main.tf:23 github.com/acme/mod - floating",
                        "terraform-module infra/main.tf:26 app.example.io/acme/net/aws - floating");
    }

    @Test
    void attributesOfResourcesNameEnginesRuntimesAndMachines() {
        assertThat(Repository.of("main.tf", """
                resource "aws_db_instance" "orders" {
                  engine         = "postgres"
                  engine_version = "14.2"
                  instance_class = "db.m4.large"
                }
                resource "aws_lambda_function" "f" {
                  runtime = "java11"
                }
                resource "azurerm_kubernetes_cluster" "k" {
                  kubernetes_version = "1.29"
                  default_node_pool {
                    vm_size = "Standard_D2_v2"
                  }
                }
                resource "aws_eks_node_group" "n" {
                  count          = var.on ? 1 : 0
                  instance_types = ["m5.large", "t3.large"]
                }
                """).references())
                .containsExactly(
                        "engine-version main.tf:3 aws_db_instance 14.2 resolved beside {engine=postgres}",
                        "instance-type main.tf:4 aws_db_instance db.m4.large resolved beside {engine=postgres}",
                        "runtime main.tf:7 aws_lambda_function java11 resolved",
                        "kubernetes-version main.tf:10 azurerm_kubernetes_cluster 1.29 resolved",
                        "instance-type main.tf:12 azurerm_kubernetes_cluster Standard_D2_v2 resolved",
                        "instance-type main.tf:17 aws_eks_node_group m5.large resolved conditional",
                        "instance-type main.tf:17 aws_eks_node_group t3.large resolved conditional");
    }

    @Test
    void theEngineIsPartOfTheComponent() {
        assertThat(Repository.of("main.tf", """
                resource "aws_db_instance" "orders" {
                  engine         = "postgres"
                  engine_version = "14.2"
                }
                """).inventory().references())
                .singleElement()
                .satisfies(one -> assertThat(one.purl()).isEqualTo("pkg:generic/amazon-rds/postgres@14.2"));
    }

    @Test
    void localsVariablesAndVariableFilesAreFollowed() {
        assertThat(Repository.of("main.tf", """
                variable "k8s" {
                  default = "1.28"
                }
                variable "none" {}
                variable "nothing" { default = null }
                locals {
                  major = "1"
                  versions = { eks = "${local.major}.27" }
                }
                resource "aws_eks_cluster" "a" { version = var.k8s }
                resource "aws_eks_cluster" "b" { version = local.versions.eks }
                resource "aws_eks_cluster" "c" { version = var.none }
                resource "aws_eks_cluster" "d" { version = var.nothing }
                resource "aws_eks_cluster" "e" { version = coalesce(var.nothing, "1.26") }
                """)
                        .with("terraform.tfvars", "k8s = \"1.30\"\n")
                        .references())
                .containsExactly(
                        "kubernetes-version main.tf:10 aws_eks_cluster 1.30 resolved decided terraform.tfvars:1",
                        "kubernetes-version main.tf:11 aws_eks_cluster 1.27 resolved decided main.tf:8",
                        "kubernetes-version main.tf:12 aws_eks_cluster - unresolved",
                        "kubernetes-version main.tf:14 aws_eks_cluster 1.26 resolved",
                        "kubernetes-version terraform.tfvars:1 aws_eks_cluster 1.30 resolved");
    }

    @Test
    void aVariableFileThatOnlyACommandLineChoosesIsConditional() {
        assertThat(Repository.of("main.tf", """
                variable "size" { default = "m5.large" }
                resource "aws_instance" "a" { instance_type = var.size }
                """)
                        .with("prod.tfvars", "size = \"m4.large\"\n")
                        .references())
                .containsExactly(
                        "instance-type main.tf:1 aws_instance m5.large resolved",
                        "instance-type main.tf:2 aws_instance m4.large resolved decided prod.tfvars:1 conditional",
                        "instance-type main.tf:2 aws_instance m5.large resolved decided main.tf:1",
                        "instance-type prod.tfvars:1 aws_instance m4.large resolved conditional");
    }

    @Test
    void argumentsOfACallerWinOverDefaultsThroughModulesOfTheTree() {
        assertThat(Repository.of("envs/prod/main.tf", """
                locals { k8s = "1.33" }
                module "platform" {
                  source  = "../../modules/platform"
                  version_of_cluster = local.k8s
                }
                """)
                        .with("modules/platform/main.tf", """
                                variable "version_of_cluster" { default = "1.20" }
                                module "eks" {
                                  source  = "terraform-aws-modules/eks/aws"
                                  version = "~> 19.9"
                                  cluster_version = var.version_of_cluster
                                  node_groups = {
                                    a = { instance_types = ["m5.large"] }
                                  }
                                }
                                """)
                        .references())
                .containsExactly(
                        "kubernetes-version envs/prod/main.tf:1 terraform-aws-modules/eks/aws 1.33 resolved",
                        "terraform-module modules/platform/main.tf:4 terraform-aws-modules/eks/aws ~> 19.9 floating",
                        "kubernetes-version modules/platform/main.tf:5 terraform-aws-modules/eks/aws 1.33 resolved"
                                + " decided envs/prod/main.tf:1",
                        "instance-type modules/platform/main.tf:7 terraform-aws-modules/eks/aws m5.large resolved");
    }

    @Test
    void machinesInTheMapsOfAModuleOfTheTreeAreFoundWhereTheyAreWritten() {
        assertThat(Repository.of("main.tf", """
                module "eks" {
                  source = "./eks"
                  groups = {
                    a = {
                      instance_type = "m4.large"
                    }
                  }
                }
                """).with("eks/main.tf", """
                                variable "groups" {}
                                resource "aws_launch_template" "t" {
                                  for_each = var.groups
                                  instance_type = each.value.instance_type
                                }
                                """).places())
                .containsExactly("eks/main.tf:4 aws_launch_template unresolved", "main.tf:5 module.eks m4.large");
    }

    @Test
    void eachCallersValueIsOneReference() {
        assertThat(Repository.of("a/main.tf", "module \"m\" {\n  source = \"../m\"\n  v = \"1.29\"\n}\n")
                        .with("b/main.tf", "module \"m\" {\n  source = \"../m\"\n  v = \"1.30\"\n}\n")
                        .with(
                                "m/main.tf",
                                "variable \"v\" {}\nresource \"aws_eks_cluster\" \"c\" {\n  version = var.v\n}\n")
                        .places())
                .containsExactly(
                        "a/main.tf:3 aws_eks_cluster 1.29",
                        "b/main.tf:3 aws_eks_cluster 1.30",
                        "m/main.tf:3 aws_eks_cluster 1.29",
                        "m/main.tf:3 aws_eks_cluster 1.30");
    }

    @Test
    void chartsAndContainersInTerraformAreNamed() {
        assertThat(Repository.of("main.tf", """
                resource "helm_release" "ingress" {
                  chart      = "ingress-nginx"
                  repository = "https://kubernetes.github.io/ingress-nginx"
                  version    = "4.10.0"
                }
                resource "helm_release" "open" {
                  chart = "istiod"
                }
                resource "helm_release" "own" {
                  chart = "../chart"
                }
                resource "kubernetes_deployment" "web" {
                  spec {
                    template {
                      spec {
                        container {
                          image = "nginx:1.25"
                        }
                        container {
                          image = "busybox"
                        }
                      }
                    }
                  }
                }
                resource "aws_ecs_task_definition" "t" {
                  container_definitions = jsonencode([{ name = "a", image = "redis:7.2" }])
                }
                resource "google_compute_instance" "vm" {
                  boot_disk { initialize_params { image = "debian-cloud/debian-11" } }
                }
                """).references())
                .containsExactly(
                        "helm-chart main.tf:4 ingress-nginx 4.10.0 resolved beside"
                                + " {repository=https://kubernetes.github.io/ingress-nginx}",
                        "helm-chart main.tf:7 istiod - floating",
                        "docker-image main.tf:17 nginx 1.25 resolved",
                        "docker-image main.tf:20 busybox - floating",
                        "docker-image main.tf:27 redis 7.2 resolved");
    }

    @Test
    void jsonSyntaxIsTheSame() {
        Repository repository = Repository.of("main.tf.json", """
                {
                  "variable": {"v": {"default": "1.28"}},
                  "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.1.0"}}},
                  "resource": {
                    "aws_eks_cluster": {
                      "main": {
                        "version": "${var.v}"
                      }
                    }
                  }
                }
                """);

        assertThat(repository.places())
                .containsExactly(
                        "main.tf.json:2 aws_eks_cluster 1.28",
                        "main.tf.json:3 hashicorp/aws 5.1.0",
                        "main.tf.json:7 aws_eks_cluster 1.28");
    }

    @Test
    void everyResourceIsAnObjectWithTheValuesThatAreKnown() {
        DeclaredObject object =
                Repository.of("main.tf", """
                variable "policy" { default = "TLS_1_0" }
                resource "aws_cloudfront_distribution" "cdn" {
                  viewer_certificate {
                    minimum_protocol_version = var.policy
                    other = aws_x.y.z
                  }
                }
                """).inventory().objects().get(0);

        assertThat(object.type()).isEqualTo("aws_cloudfront_distribution");
        assertThat(object.api()).isEqualTo("resource");
        assertThat(object.place()).hasToString("main.tf:2");
        assertThat(object.values()).singleElement().satisfies(value -> {
            assertThat(value.path()).isEqualTo("viewer_certificate.minimum_protocol_version");
            assertThat(value.text()).isEqualTo("TLS_1_0");
            assertThat(value.place()).hasToString("main.tf:4");
        });
    }

    @Test
    void manifestsInTerraformAreKubernetesObjects() {
        assertThat(Repository.of("main.tf", """
                resource "kubernetes_manifest" "p" {
                  manifest = {
                    apiVersion = "policy/v1beta1"
                    kind       = "PodSecurityPolicy"
                  }
                }
                """).objects()).contains("main.tf:3 policy/v1beta1 PodSecurityPolicy p");
    }

    @Test
    void modulesAndLocalsThatTurnInCirclesEnd() {
        Repository repository = Repository.of("a/main.tf", """
                locals {
                  x = local.y
                  y = "${local.x}"
                }
                module "b" {
                  source = "../b"
                  v      = local.x
                }
                resource "aws_eks_cluster" "c" { version = local.x }
                """).with("b/main.tf", """
                        variable "v" { default = var.v }
                        module "a" {
                          source = "../a"
                        }
                        module "self" {
                          source = "."
                        }
                        resource "aws_eks_cluster" "c" { version = var.v }
                        """);

        assertThat(repository.places())
                .containsExactly("a/main.tf:9 aws_eks_cluster unresolved", "b/main.tf:8 aws_eks_cluster unresolved");
    }

    @Test
    void localsThatDoubleEachOtherCostNoMoreThanAFewSteps() {
        StringBuilder text = new StringBuilder("locals {\n  a0 = \"x\"\n");
        for (int i = 1; i <= 30; i++) {
            text.append("  a" + i + " = \"${local.a" + (i - 1) + "}${local.a" + (i - 1) + "}\"\n");
        }
        text.append("}\nresource \"aws_eks_cluster\" \"c\" { version = local.a30 }\n");

        assertThat(Repository.of("main.tf", text.toString()).places())
                .containsExactly("main.tf:34 aws_eks_cluster unresolved");
    }

    @Test
    void aFileThatBreaksOffIsAGapAndWhatStandsBeforeIsRead() {
        Repository repository =
                Repository.of("main.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.30\"\n}\nx = {\n");

        assertThat(repository.places()).containsExactly("main.tf:2 aws_eks_cluster 1.30");
        assertThat(repository.unread()).singleElement().asString().startsWith("main.tf:");
    }
}
