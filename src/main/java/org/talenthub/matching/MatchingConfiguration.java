package org.talenthub.matching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.matching.scoring.Scales;
import org.talenthub.matching.scoring.Scorer;
import org.talenthub.matching.scoring.Weights;
import org.talenthub.reference.standards.Dictionaries;

/** Reads the weights once at start; a mistake in them stops the start. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    Weights matchingWeights(Dictionaries dictionaries) {
        return Weights.load(dictionaries);
    }

    @Bean
    Scales matchingScales(Dictionaries dictionaries) {
        return new Scales(dictionaries);
    }

    @Bean
    Scorer scorer(Weights weights, Scales scales) {
        return new Scorer(weights, scales);
    }
}
