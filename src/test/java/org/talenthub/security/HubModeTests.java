package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;
import org.talenthub.common.WrongSetting;
import org.talenthub.security.web.LoopbackOnly;

class HubModeTests {

    @TempDir
    Path home;

    @Test
    void bothEnginesEmbeddedIsADemoAndStaysOne() {
        assertThat(new HubMode(embedded(true, true)).demo()).isTrue();
        assertThat(home.resolve("mode")).hasContent("demo\n");
        assertThat(new HubMode(embedded(true, true)).demo()).isTrue();
    }

    @Test
    void anExternalEngineIsNoDemoAndTheHomeRemembers() {
        assertThat(new HubMode(embedded(false, true)).demo()).isFalse();
        assertThat(new HubMode(embedded(true, true)).demo()).isFalse();
    }

    @Test
    void thePropertyDecides() {
        assertThat(new HubMode(embedded(true, true).withProperty("hub.demo", "false")).demo())
                .isFalse();
        assertThat(new HubMode(embedded(true, true)).demo()).isFalse();
        assertThatThrownBy(() -> new HubMode(embedded(false, false).withProperty("hub.demo", "true")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("holds real data");
    }

    @Test
    void anEmptyHomeBecomesADemoWhereThePropertySaysSo() {
        assertThat(new HubMode(embedded(false, false).withProperty("hub.demo", "true")).demo())
                .isTrue();
    }

    @Test
    void aDemoListensOnLoopbackWhateverIsConfigured() throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        factory.setAddress(java.net.InetAddress.getByName("0.0.0.0"));
        new LoopbackOnly(new HubMode(embedded(false, false))).customize(factory);
        assertThat(factory.getAddress().getHostAddress()).isEqualTo("0.0.0.0");
        Files.delete(home.resolve("mode"));
        new LoopbackOnly(new HubMode(embedded(true, true).withProperty("hub.demo", "true"))).customize(factory);
        assertThat(factory.getAddress().getHostAddress()).isEqualTo("127.0.0.1");
    }

    private MockEnvironment embedded(boolean database, boolean search) {
        return new MockEnvironment()
                .withProperty("hub.home", home.toString())
                .withProperty("hub.engines.embedded.database", "" + database)
                .withProperty("hub.engines.embedded.search", "" + search);
    }
}
