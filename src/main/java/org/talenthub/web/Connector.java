package org.talenthub.web;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.talenthub.web.errors.ConnectorRefusals;
import org.talenthub.web.errors.ErrorAnswers;

/** How the hub speaks HTTP: whom it believes what it says of others, and what it answers before anybody else does. */
@Component
class Connector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final ObjectProvider<ErrorAnswers> answers;
    private final String proxies;

    /** @param proxies addresses and networks (10.1.2.3, 10.2.0.0/16, fd00::/8) with commas between them; nobody is believed when empty */
    Connector(ObjectProvider<ErrorAnswers> answers, @Value("${hub.proxies:}") String proxies) {
        this.answers = answers;
        this.proxies = proxies.strip();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!proxies.isEmpty()) {
            factory.addEngineValves(trusting(proxies));
        }
        factory.addEngineValves(new UncompressedForOthers());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // the class is named so that the host adds no second one of its own
                host.setErrorReportValveClass(ConnectorRefusals.class.getName());
                host.getPipeline().addValve(new ConnectorRefusals(answers::getObject));
            }
        });
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // who asks before sending is told before sending, when the answer is no
                http.setContinueResponseTiming("onRead");
            }
        });
    }

    private static RemoteIpValve trusting(String proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        try {
            valve.setInternalProxies(networks(proxies));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "hub.proxies 写代理服务器的地址或网段，用逗号分开，如 10.1.2.3,10.2.0.0/16；不能识别：" + proxies
                            + " (addresses or networks of the proxies, with commas between them)",
                    e);
        }
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }

    /** A single address is a network of one; without a slash the server would take it for a pattern. */
    private static String networks(String proxies) {
        return java.util.Arrays.stream(proxies.split("[,\\s]+", -1))
                .map(p -> p.contains("/") ? p : p + (p.contains(":") ? "/128" : "/32"))
                .collect(java.util.stream.Collectors.joining(","));
    }

    /** After Boot's own customizer: the last valve is the first to report. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
