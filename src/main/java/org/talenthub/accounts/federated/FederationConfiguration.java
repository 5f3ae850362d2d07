package org.talenthub.accounts.federated;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.accounts.Identities;
import org.talenthub.security.Audit;
import org.talenthub.security.signin.Welcome;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FederationSettings.class)
class FederationConfiguration {

    @Bean
    @ConditionalOnProperty("hub.oidc.issuer")
    Federation federation(
            FederationSettings settings,
            @Value("${hub.address:}") String address,
            Identities identities,
            Welcome welcome,
            Audit audit,
            ApplicationEventPublisher events) {
        settings.check();
        return new Federation(
                settings,
                address.strip().replaceAll("/+$", ""),
                new Arrivals(settings, identities, welcome, audit, events));
    }
}
