package org.talenthub.talent.unmask;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.unmask.*}.
 *
 * @param perHour how many values an account is shown within an hour; more are refused until it signed in anew, and the trail tells of it
 */
@ConfigurationProperties("hub.unmask")
record UnmaskSettings(@DefaultValue("50") int perHour) {}
