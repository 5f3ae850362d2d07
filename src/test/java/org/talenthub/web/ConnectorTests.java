package org.talenthub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.talenthub.RawHttp;
import org.talenthub.web.errors.ErrorAnswers;

/** Whom the hub believes, by its own server with nothing behind it. */
class ConnectorTests {

    /** Tells what the server thinks of a request. */
    private static final class Who extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write(request.getRemoteAddr() + " " + request.isSecure() + " " + request.getScheme() + " "
                            + request.getServerName());
        }
    }

    private static final String[] CLAIMS = {
        "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https", "X-Forwarded-Host: hub.example"
    };

    @Test
    void nobodyIsBelievedByDefault() throws Exception {
        assertThat(asked("", CLAIMS)).isEqualTo("127.0.0.1 false http localhost");
        assertThat(asked("10.0.0.0/8, 192.168.1.1", CLAIMS)).isEqualTo("127.0.0.1 false http localhost");
    }

    @Test
    void aProxyThatIsNamedIsBelieved() throws Exception {
        for (String proxies :
                new String[] {"127.0.0.1", "127.0.0.0/8", "10.1.2.3, 127.0.0.1", " 127.0.0.1 ", "fd00::/8,127.0.0.1/32"
                }) {
            assertThat(asked(proxies, CLAIMS)).as(proxies).isEqualTo("203.0.113.7 true https hub.example");
            assertThat(asked(proxies)).as(proxies).isEqualTo("127.0.0.1 false http localhost");
        }
    }

    @Test
    void whatASenderSaysOfHimselfBeforeTheProxyCounts() throws Exception {
        // the last address before those that are believed, not the first, which anybody may write
        assertThat(asked("127.0.0.1,10.0.0.9", "X-Forwarded-For: 198.51.100.1, 203.0.113.7, 10.0.0.9"))
                .startsWith("203.0.113.7 ");
    }

    @Test
    void aWrongSettingStopsTheStart() {
        assertThatThrownBy(() -> asked("not-an-address")).hasMessageContaining("not-an-address");
    }

    private static String asked(String proxies, String... headers) throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new Connector(new StaticListableBeanFactory().getBeanProvider(ErrorAnswers.class), proxies).customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("who", new Who()).addMapping("/*"));
        try {
            server.start();
            return new RawHttp(server.getPort()).get("/", headers).body();
        } finally {
            server.stop();
        }
    }
}
