package org.talenthub.editions.urgency;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.reference.standards.Dictionaries;

/** Reads the rules once at start; a mistake there stops the start. */
@Configuration(proxyBeanMethods = false)
class KeyListConfiguration {

    @Bean
    KeyListRules keyListRules(Dictionaries dictionaries) {
        return KeyListRules.load(dictionaries);
    }
}
