package io.github.incidentadvisor.inventory.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTextSpec {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "v4",
                "V1.9",
                "= 1.0.0",
                "3.9.6",
                "1.0.0-rc.1+build",
                "module/net-v0.0.9",
                "186d0493a2df5eb62df5ecc498883d18fd58c303"
            })
    void oneVersionIsResolved(String text) {
        assertThat(VersionText.status(text)).isEqualTo(Status.RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "latest",
                "main",
                "release/v1",
                "~> 5.0",
                ">= 1, < 2",
                "1.x",
                "0.12.*",
                "*",
                "^1.2.3",
                "lts/*"
            })
    void whatDependsOnTheDayIsFloating(String text) {
        assertThat(VersionText.status(text)).isEqualTo(Status.FLOATING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${v}", "{{ .Values.tag }}"})
    void aVariableIsUnresolved(String text) {
        assertThat(VersionText.status(text)).isEqualTo(Status.UNRESOLVED);
    }
}
