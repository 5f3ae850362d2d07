package org.talenthub.records;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.talenthub.common.work.Background;

/** Whatever looks at the outbox or follows it rests while a class runs: what stands in there stays. */
class NoRelay implements BeforeAllCallback, AfterAllCallback {

    /** What {@code hub.relay.enabled=false} leaves to other hubs. */
    private static final List<String> RESTING = List.of("relay", "replacing");

    @Override
    public void beforeAll(ExtensionContext context) {
        relays(context).forEach(Background::stop);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        relays(context).forEach(Background::start);
    }

    private static List<Background> relays(ExtensionContext context) {
        ApplicationContext hub = SpringExtension.getApplicationContext(context);
        return RESTING.stream().map(b -> hub.getBean(b, Background.class)).toList();
    }
}
