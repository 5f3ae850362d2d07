package org.talenthub.security.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.talenthub.security.HubMode;

/** Binds a demo hub to 127.0.0.1, whatever {@code server.address} says: everybody knows its passwords. */
@Component
public class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private final HubMode mode;

    public LoopbackOnly(HubMode mode) {
        this.mode = mode;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (mode.demo()) {
            try {
                factory.setAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** After Boot's own customizer, which applies {@code server.address}. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
