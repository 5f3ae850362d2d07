package org.talenthub.accounts;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.talenthub.security.Role;

/**
 * {@code hub.accounts.*}.
 *
 * @param invitation how long a link to choose a password holds
 * @param staleAfter an account that nobody used for so long opens no longer, until it is invited anew
 * @param secondFactor roles that need one, outside a demo
 * @param grace how long after its making an account that needs a second factor and has none yet may call the API by its password
 */
@ConfigurationProperties("hub.accounts")
public record AccountSettings(
        @DefaultValue("72h") Duration invitation,
        @DefaultValue("90d") Duration staleAfter,

        @DefaultValue({"PROVINCE", "CITY", "ADMIN", "SECURITY", "AUDITOR"})
        Set<Role> secondFactor,

        @DefaultValue("48h") Duration grace) {

    public AccountSettings {
        secondFactor = Set.copyOf(secondFactor);
    }
}
