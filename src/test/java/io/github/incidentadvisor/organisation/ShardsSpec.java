package io.github.incidentadvisor.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShardsSpec {
    @Test
    void theHeaviestHasAShardOfItsOwn() {
        assertThat(Shards.of(Map.of("big", 100, "a", 10, "b", 10, "c", 10), 2).all())
                .containsExactly(List.of("big"), List.of("a", "b", "c"));
    }

    @Test
    void loadsDifferByNoMoreThanTheHeaviest() {
        Map<String, Integer> poms = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            poms.put("repository-" + i, 1 + i * i % 37);
        }

        List<Integer> loads = Shards.of(poms, 16).all().stream()
                .map(names -> names.stream().mapToInt(poms::get).sum())
                .toList();

        assertThat(loads.stream().mapToInt(i -> i).max().getAsInt()
                        - loads.stream().mapToInt(i -> i).min().getAsInt())
                .isLessThanOrEqualTo(37);
        assertThat(Shards.of(poms, 16).all().stream().flatMap(List::stream))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotKnownWeighsTheAverage() {
        assertThat(Shards.of(Map.of("a", 4, "b", 4, "new", 0, "newer", 0), 2).all())
                .allSatisfy(names -> assertThat(names).hasSize(2));
    }

    @Test
    void moreShardsThanRepositoriesLeaveSomeEmpty() {
        assertThat(Shards.of(Map.of("a", 1), 3).all()).containsExactly(List.of("a"), List.of(), List.of());
    }

    @Test
    void asManyAsAMatrixMayHaveAndNoMore() {
        assertThat(Shards.of(Map.of(), 256).all()).hasSize(256);
        assertThatThrownBy(() -> Shards.of(Map.of(), 257))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("1 to 256");
        assertThatThrownBy(() -> Shards.of(Map.of(), 0)).isInstanceOf(AdvisorException.class);
    }
}
