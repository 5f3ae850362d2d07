package org.talenthub.web;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells on the console where the hub is, once it may be used, and when it stops. */
@Component
class Ready {

    private static final Logger log = LoggerFactory.getLogger(Ready.class);

    private final AtomicBoolean ready = new AtomicBoolean();

    @EventListener
    void on(ContextClosedEvent event) {
        if (ready.getAndSet(false)) {
            log.info("湖北人才枢纽正在停止 · stopping");
        }
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context) {
            WebServer server = context.getWebServer();
            if (server != null) {
                ready.set(true);
                log.info("湖北人才枢纽已就绪 · ready: http://localhost:{}", server.getPort());
            }
        }
    }
}
