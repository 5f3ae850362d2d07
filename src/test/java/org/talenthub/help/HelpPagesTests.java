package org.talenthub.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;

/** The guides are there for whoever comes, and every page leads to its chapter. */
@HubTest
class HelpPagesTests {

    @LocalServerPort
    int port;

    @Test
    void theGuidesArePages() {
        SiteBrowser nobody = new SiteBrowser(port);
        assertThat(nobody.get("/help").body()).contains("使用指南", "/help/clerk", "/help/operations");
        for (Guide guide : Guide.values()) {
            assertThat(nobody.get("/help/" + guide.word()).status()).isEqualTo(200);
            assertThat(nobody.get("/help/" + guide.word() + "?lang=en").body()).contains("<article");
        }
        assertThat(new SiteBrowser(port).get("/help/pictures/search").status()).isEqualTo(200);
        assertThat(nobody.get("/help/nothing").status()).isEqualTo(404);
        assertThat(nobody.get("/help/pictures/nothing").status()).isEqualTo(404);
    }

    @Test
    void aPageLeadsToItsChapter() {
        SiteBrowser nobody = new SiteBrowser(port);
        assertThat(nobody.get("/login").body()).contains("href=\"/help/clerk#account\"");
        assertThat(nobody.get("/events").body()).contains("href=\"/help/matchmaker#event\"");
        assertThat(nobody.get("/no-such-page").body()).contains("href=\"/help/official#search\"");
    }
}
