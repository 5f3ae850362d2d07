package org.talenthub.indexing.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.WrongSetting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpreadTests {

    @Test
    void whereNothingIsSaidTheTextStays() {
        Spread usual = Spread.of(1, " ");
        assertThat(usual.withShards("x")).isEqualTo("x");
        assertThat(usual.withReplicas("x")).isEqualTo("x");
    }

    @Test
    void theIndicesAreSpreadAsTheOperatorWants() throws IOException {
        Spread spread = Spread.of(3, "2");
        try (var files = Files.newDirectoryStream(Path.of("index-mappings"), "*.json")) {
            for (Path file : files) {
                String text = Files.readString(file);
                JsonNode index = JsonMapper.shared()
                        .readTree(spread.withReplicas(spread.withShards(text)))
                        .path("settings")
                        .path("index");
                assertThat(index.path("number_of_shards").asInt()).isEqualTo(3);
                assertThat(index.path("number_of_replicas").asInt()).isEqualTo(2);
                assertThat(index.has("auto_expand_replicas")).isFalse();
                assertThat(index.path("refresh_interval").asString()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "65, ''", "1, -1", "1, many", "1, 100"})
    void whatCannotBeIsSaid(int shards, String replicas) {
        assertThatThrownBy(() -> Spread.of(shards, replicas))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("hub.index.shards");
    }
}
