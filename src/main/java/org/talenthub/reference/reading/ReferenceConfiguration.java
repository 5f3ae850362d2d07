package org.talenthub.reference.reading;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.common.HubTime;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Survivorship;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.OrganisationNames;
import org.talenthub.reference.standards.Regions;

/** Reads {@code batch-jobs/} once at start; a mistake there stops the start. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    Dictionaries dictionaries() {
        return Dictionaries.load();
    }

    @Bean
    Industries industries(Dictionaries dictionaries) {
        return dictionaries.industries();
    }

    @Bean
    Regions regions() {
        return Regions.load();
    }

    @Bean
    OrganisationNames organisationNames(Regions regions) {
        return OrganisationNames.of(regions);
    }

    @Bean
    Feeds feeds(Dictionaries dictionaries) {
        return Feeds.load(dictionaries);
    }

    @Bean
    Survivorship survivorship(Feeds feeds) {
        return Survivorship.load(feeds);
    }

    @Bean
    Values values(Dictionaries dictionaries, Regions regions) {
        return new Values(dictionaries, regions, Clock.system(HubTime.ZONE));
    }
}
