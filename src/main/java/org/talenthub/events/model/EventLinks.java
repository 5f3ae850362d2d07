package org.talenthub.events.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.web.HubAddress;

/** Addresses that are printed: that of the door, which stands on a badge, and that of an event's feedback form, which only guests know. */
@Component
public class EventLinks {

    /** What the addresses of feedback forms begin with. */
    public static final String FEEDBACK = "/event-feedback/";

    private static final int SECRET = 24;

    private final HubAddress address;
    private final Sealing sealing;

    EventLinks(HubAddress address, Sealing sealing) {
        this.address = address;
        this.sealing = sealing;
    }

    /** Where somebody is checked in by whoever runs the event. */
    public String door(String event, String badge) {
        return address.get() + "/events/" + event + "/check-in?q=" + badge;
    }

    public String feedback(String event) {
        return address.get() + FEEDBACK + event + "-" + secret(event);
    }

    /** The event that such an address means; empty for one that was made up. */
    public Optional<Long> ofFeedback(String key) {
        int at = key.indexOf('-');
        String event = at < 0 ? "" : key.substring(0, at);
        boolean known = at > 0
                && MessageDigest.isEqual(
                        key.substring(at + 1).getBytes(StandardCharsets.UTF_8),
                        secret(event).getBytes(StandardCharsets.UTF_8));
        return known ? Ids.parse(event) : Optional.empty();
    }

    private String secret(String event) {
        return sealing.hash("event-feedback", event).substring(0, SECRET);
    }
}
