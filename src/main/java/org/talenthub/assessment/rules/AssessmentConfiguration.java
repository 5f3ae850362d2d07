package org.talenthub.assessment.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.reference.Feeds;

/** Reads the rules once at start; a mistake there stops the start. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    AssessmentRules assessmentRules(Feeds feeds, Counted counted) {
        return AssessmentRules.load(feeds, counted.names());
    }
}
