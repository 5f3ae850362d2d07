package org.talenthub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** What goes over the wire: small, kept by nobody, and of a length that tells other sites nothing. */
@HubTest
@Tag("database")
class CompressedTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void somebody() {
        new TestAccounts(new HubClient(port, TestAccounts.PASSWORD), accounts, jdbc).province("rv-province");
    }

    @Test
    void pagesDataAndFilesAreCompressedUnlessAnotherSiteAsks() throws Exception {
        for (String path :
                List.of("/", "/search?tab=demands&size=100", "/css/hub.css", "/js/search.js", "/v3/api-docs")) {
            HttpResponse<byte[]> mine = get(path, "Sec-Fetch-Site", "same-origin");
            assertThat(mine.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
            assertThat(mine.body().length).as(path).isLessThan(100 * 1024);
            for (String other : List.of("cross-site", "same-site")) {
                assertThat(get(path, "Sec-Fetch-Site", other).headers().firstValue("Content-Encoding"))
                        .as("%s for a page of %s", path, other)
                        .isEmpty();
            }
        }
        assertThat(get("/", "Sec-Fetch-Site", "none").headers().firstValue("Content-Encoding"))
                .as("what a person typed")
                .hasValue("gzip");
    }

    @Test
    void whatIsPersonalIsKeptByNobody() throws Exception {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("rv-province:" + TestAccounts.PASSWORD).getBytes());
        for (String path : List.of("/api/v1/talents", "/api/v1/suspects", "/api/v1/disputes", "/api/v1/alerts")) {
            HttpResponse<byte[]> answer = get(path, "Authorization", basic);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
        for (String path : List.of("/", "/search?tab=demands", "/login")) {
            assertThat(get(path, "Accept", "text/html")
                            .headers()
                            .firstValue("Cache-Control")
                            .orElse(""))
                    .as(path)
                    .contains("no-store");
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept-Encoding", "gzip"));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .headers(all.toArray(String[]::new))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
