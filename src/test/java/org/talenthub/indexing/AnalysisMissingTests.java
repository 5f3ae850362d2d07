package org.talenthub.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.indexing.indices.AnalysisMissing;

class AnalysisMissingTests {

    @Test
    void saysWhatIsMissingAndWhatToRun() {
        var missing = new AnalysisFailureAnalyzer().analyze(new AnalysisMissing(""));
        assertThat(missing.getDescription()).contains(AnalysisPlugin.NAME, AnalysisPlugin.version(), "没有安装");
        assertThat(missing.getAction()).contains("elasticsearch-plugin install file:", "talent-hub-analysis-9.5.2.zip");
        var old = new AnalysisFailureAnalyzer().analyze(new AnalysisMissing("0123456789ab"));
        assertThat(old.getDescription()).contains("0123456789ab", "另一版本", AnalysisPlugin.version());
    }

    @Test
    void thePluginIsItsClassesItsDictionariesAndNothingElse() {
        assertThat(AnalysisPlugin.files())
                .containsOnlyKeys(
                        "stable-plugin-descriptor.properties", "named_components.json", AnalysisPlugin.NAME + ".jar");
        assertThat(AnalysisPlugin.files().get(AnalysisPlugin.NAME + ".jar").length)
                .isBetween(100_000, 1_000_000);
    }
}
