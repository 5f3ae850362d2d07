package org.talenthub.security.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wrong passwords are looked at, {@code hub.sign-in.*}.
 *
 * @param perAccount for one name from one address, within 15 minutes
 * @param perName for one name from all addresses that it never signed in from, within 15 minutes
 * @param perAddress from one address, whatever the names, within 5 minutes; as many passkeys may be refused there
 * @param inAll from everywhere, within a minute
 */
@ConfigurationProperties("hub.sign-in")
public record SignInLimits(
        @DefaultValue("10") int perAccount,
        @DefaultValue("100") int perName,
        @DefaultValue("20") int perAddress,
        @DefaultValue("200") int inAll) {

    static final Duration QUARTER = Duration.ofMinutes(15);
    static final Duration ADDRESS_WINDOW = Duration.ofMinutes(5);
    static final Duration WINDOW_IN_ALL = Duration.ofMinutes(1);
}
