package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksSpec {
    @Test
    void aTickIsKeptByItsIdWhereverTheTaskStandsNow() {
        String earlier = """
                - [x] `A.java:1`: use B <!-- id:api-000001 -->
                - [ ] `A.java:2`: use C <!-- id:api-000002 -->
                """;
        String now = """
                - [ ] `A.java:9`: use C <!-- id:api-000002 -->

                - [ ] `A.java:8`: use B, or D <!-- id:api-000001 -->
                - [ ] `A.java:7`: use E <!-- id:api-000003 -->

                **Not checked:** nothing
                """;

        assertThat(Ticks.kept(earlier.replace("\n", "\r\n"), now)).isEqualTo("""
                - [ ] `A.java:9`: use C <!-- id:api-000002 -->

                - [x] `A.java:8`: use B, or D <!-- id:api-000001 -->
                - [ ] `A.java:7`: use E <!-- id:api-000003 -->

                **Not checked:** nothing
                """);
    }

    @Test
    void textThatOnlyLooksLikeABoxTicksNothing() {
        String now = "- [ ] do it <!-- id:api-000001 -->";

        assertThat(Ticks.kept("> quoted - [x] it <!-- id:api-000001 -->\n[x] <!-- id:api-000001 -->", now))
                .isEqualTo(now);
    }
}
