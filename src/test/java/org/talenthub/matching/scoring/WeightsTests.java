package org.talenthub.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Yaml;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.reference.standards.Dictionaries;

/** Weights that do not add up stop the start, and the message says where. */
class WeightsTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();

    private static Weights check(String text) {
        return Weights.check(Yaml.parse("batch-jobs/matching.yml", text, Weights.File.class), DICTIONARIES);
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("batch-jobs/matching.yml"));
    }

    @Test
    void theShippedOnesAddUp() throws IOException {
        Weights w = check(shipped());
        assertThat(w.version()).isNotBlank();
        assertThat(w.band(80)).isEqualTo(Band.STRONG);
        assertThat(w.band(79.9)).isEqualTo(Band.GOOD);
        assertThat(w.band(0)).isEqualTo(Band.WEAK);
        assertThat(w.strength("FULL_TIME", Aspect.EDUCATION)).isEqualTo(Strength.MUST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {education: 8, degree: 5|{education: 9, degree: 5|batch-jobs/matching.yml:7: the weights of FULL_TIME add up to 101
            {education: 6, degree: 6|{education: 6, height: 6|batch-jobs/matching.yml:10: FLEXIBLE: there is no part height
            PROJECT:|HOBBY:|batch-jobs/matching.yml:5: the modes are
            unmet: 40|unmet: 90|batch-jobs/matching.yml:21: caps: unmet is at most near
            STRONG: 80|STRONG: 60|batch-jobs/matching.yml:25: bands: each begins below the one before
            broad: 64|broad: 81|batch-jobs/matching.yml:21: caps: broad stays below the top band
            version: "2026.5"|version: ""|batch-jobs/matching.yml:4: the version is missing
            """)
    void whatIsWrongIsSaidWithFileAndLine(String right, String wrong, String message) throws IOException {
        String text = shipped().replace(right, wrong);
        assertThat(text).isNotEqualTo(shipped());
        assertThatIllegalStateException().isThrownBy(() -> check(text)).withMessageContaining(message);
    }
}
