package org.talenthub.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells on the console where the hub is, once it may be used. */
@Component
class Ready {

    private static final Logger log = LoggerFactory.getLogger(Ready.class);

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context) {
            WebServer server = context.getWebServer();
            if (server != null) {
                log.info("湖北人才枢纽已就绪 · ready: http://localhost:{}", server.getPort());
            }
        }
    }
}
