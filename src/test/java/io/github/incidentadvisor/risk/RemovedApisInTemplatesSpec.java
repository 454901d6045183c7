package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemovedApisInTemplatesSpec {
    @Test
    void aTemplateMayNotBeRendered() {
        assertThat(said("""
                        {{- if .Values.ingress.enabled }}
                        apiVersion: extensions/v1beta1
                        kind: Ingress
                        metadata:
                          name: {{ include "name" . }}
                        {{- end }}
                        """))
                .containsExactly(
                        "caution chart/templates/a.yaml:2 If it is rendered: Kubernetes 1.33 (kubernetesVersion) does not"
                                + " serve Ingress of extensions/v1beta1: Kubernetes dropped it in 1.22.");
    }

    @Test
    void aTemplateWithoutAConditionIsRendered() {
        assertThat(said("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: {{ .Release.Name }}\n"))
                .hasSize(1)
                .allMatch(said -> said.startsWith("breaks-runtime"));
    }

    @Test
    void whatIsChosenByWhatTheClusterServesIsNoBreak() {
        assertThat(said("""
                        {{- if .Capabilities.APIVersions.Has "networking.k8s.io/v1" }}
                        apiVersion: networking.k8s.io/v1
                        {{- else }}
                        apiVersion: networking.k8s.io/v1beta1
                        {{- end }}
                        kind: Ingress
                        metadata:
                          name: {{ .Release.Name }}
                        """)).isEmpty();
        assertThat(said("""
                        {{- if and .Values.psp (semverCompare "<1.25-0" .Capabilities.KubeVersion.Version) }}
                        apiVersion: policy/v1beta1
                        kind: PodSecurityPolicy
                        metadata:
                          name: {{ .Release.Name }}
                        {{- end }}
                        """)).isEmpty();
    }

    @Test
    void wholeObjectsOfWhichOneIsTakenAreNoBreak() {
        assertThat(said("""
                        {{- if .Values.modern }}
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata:
                          name: {{ .Release.Name }}
                        {{- else }}
                        ---
                        apiVersion: policy/v1beta1
                        kind: PodDisruptionBudget
                        metadata:
                          name: {{ .Release.Name }}
                        {{- end }}
                        """)).isEmpty();
    }

    @Test
    void anotherObjectOfItsKindIsNoOtherForm() {
        String two = """
                {{- if .Values.rbac }}
                apiVersion: rbac.authorization.k8s.io/v1beta1
                kind: Role
                metadata:
                  name: {{ .Release.Name }}-a
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: {{ .Release.Name }}-b
                {{- end }}
                """;
        assertThat(said(two)).hasSize(1).allMatch(said -> said.startsWith("caution"));
    }

    @Test
    void aPartIsRenderedOnlyWhereItIsIncluded() {
        assertThat(Manifests.of("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n")
                        .with("chart/templates/_deployment.yaml", """
                                {{- define "common.deployment" -}}
                                apiVersion: extensions/v1beta1
                                kind: Deployment
                                metadata:
                                  name: {{ .Release.Name }}
                                {{- end -}}
                                """)
                        .saidOn("1.33"))
                .hasSize(1)
                .allMatch(said -> said.startsWith("caution"));
    }

    @Test
    void whereEveryChoiceIsGoneNoneWorks() {
        assertThat(said("""
                        {{- if semverCompare ">=1.14-0" .Capabilities.KubeVersion.Version }}
                        apiVersion: networking.k8s.io/v1beta1
                        {{- else if true }}
                        apiVersion: extensions/v1beta1
                        {{- end }}
                        kind: Ingress
                        metadata:
                          name: {{ .Release.Name }}
                        """))
                .hasSize(2)
                .allMatch(said -> said.startsWith("caution") && said.contains("If it is rendered"));
    }

    @Test
    void anApiVersionThatATemplateMakesIsNotGuessed() {
        assertThat(said("apiVersion: {{ include \"api\" . }}\nkind: Ingress\nmetadata:\n  name: a\n"))
                .isEmpty();
    }

    @Test
    void aConditionEndsWhereItEnds() {
        assertThat(said("""
                        {{- if .Capabilities.APIVersions.Has "x" }}
                        # {{ else if .Values.a }}
                        {{- end }}
                        apiVersion: batch/v1beta1
                        kind: CronJob
                        metadata:
                          name: {{ .Release.Name }}
                        """)).hasSize(1).allMatch(said -> said.startsWith("breaks-runtime"));
    }

    private static List<String> said(String template) {
        return Manifests.of("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n")
                .with("chart/templates/a.yaml", template)
                .saidOn("1.33");
    }
}
