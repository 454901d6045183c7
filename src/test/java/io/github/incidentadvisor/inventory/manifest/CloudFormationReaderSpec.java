package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudFormationReaderSpec {
    @Test
    void parametersMappingsAndSubstitutionsOfTheTemplateAreFollowed() {
        assertThat(Repository.of("template.yaml", """
                AWSTemplateFormatVersion: "2010-09-09"
                Parameters:
                  Type:
                    Type: String
                    Default: m4.large
                  Open:
                    Type: String
                Mappings:
                  Versions:
                    prod: {pg: "14.2"}
                Resources:
                  A:
                    Type: AWS::EC2::Instance
                    Properties:
                      InstanceType: !Ref Type
                  B:
                    Type: AWS::EKS::Cluster
                    Properties:
                      Version: {Ref: Open}
                  C:
                    Type: AWS::RDS::DBInstance
                    Condition: Prod
                    Properties:
                      Engine: postgres
                      EngineVersion: !FindInMap [Versions, prod, pg]
                      DBInstanceClass: !Sub "db.${Type}"
                  D:
                    Type: AWS::EC2::Instance
                    Properties:
                      InstanceType: !If [Prod, m5.large, t3.large]
                  Policy:
                    Type: AWS::IAM::Policy
                    Properties:
                      PolicyDocument: {Version: "2012-10-17"}
                """).references())
                .containsExactly(
                        "instance-type template.yaml:5 AWS::EC2::Instance m4.large resolved",
                        "engine-version template.yaml:10 AWS::RDS::DBInstance 14.2 resolved beside {Engine=postgres}"
                                + " conditional",
                        "instance-type template.yaml:15 AWS::EC2::Instance m4.large resolved decided template.yaml:5",
                        "kubernetes-version template.yaml:19 AWS::EKS::Cluster - unresolved",
                        "engine-version template.yaml:25 AWS::RDS::DBInstance 14.2 resolved decided template.yaml:10"
                                + " beside {Engine=postgres} conditional",
                        "instance-type template.yaml:26 AWS::RDS::DBInstance db.m4.large resolved decided template.yaml:5"
                                + " beside {Engine=postgres} conditional",
                        "instance-type template.yaml:30 AWS::EC2::Instance - unresolved");
    }

    @Test
    void globalsOfSamHoldForFunctionsThatSayNothingElse() {
        assertThat(Repository.of("template.yml", """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Runtime: java11
                Resources:
                  A:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: x}
                  B:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: java21
                  L:
                    Type: AWS::Serverless::LayerVersion
                    Properties:
                      CompatibleRuntimes: [java11, java17]
                """).places())
                .containsExactly(
                        "template.yml:4 AWS::Serverless::Function java11",
                        "template.yml:12 AWS::Serverless::Function java21",
                        "template.yml:16 AWS::Serverless::LayerVersion java11",
                        "template.yml:16 AWS::Serverless::LayerVersion java17");
    }

    @Test
    void jsonTemplatesHaveLinesToo() {
        Repository repository = Repository.of("stack.json", """
                {
                \t"Resources": {
                \t\t"F": {
                \t\t\t"Type": "AWS::Lambda::Function",
                \t\t\t"Properties": {
                \t\t\t\t"Runtime": "nodejs18.x"
                \t\t\t}
                \t\t}
                \t}
                }
                """);

        assertThat(repository.places()).containsExactly("stack.json:6 AWS::Lambda::Function nodejs18.x");
        assertThat(repository.objects()).containsExactly("stack.json:3 AWS::Lambda::Function F");
    }

    @Test
    void imagesOfTasksAreImages() {
        assertThat(Repository.of("ecs.yaml", """
                Resources:
                  T:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      ContainerDefinitions:
                        - Image: nginx:1.25
                        - Image: !Sub "${AWS::AccountId}.dkr.ecr.eu.amazonaws.com/app:1"
                """).references())
                .containsExactly(
                        "docker-image ecs.yaml:6 nginx 1.25 resolved",
                        "docker-image ecs.yaml:7 !Sub ${AWS::AccountId}.dkr.ecr.eu.amazonaws.com/app:1 - unresolved");
    }
}
