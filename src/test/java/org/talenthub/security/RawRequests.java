package org.talenthub.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.talenthub.HubClient;
import org.talenthub.RawHttp;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** A hub that is spoken to byte by byte, and all its addresses. */
abstract class RawRequests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapped;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Value("${hub.home}")
    Path home;

    @LocalServerPort
    int port;

    private RawHttp raw;
    HubClient hub;

    @BeforeEach
    void hub() {
        raw = new RawHttp(port);
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .admin("rk-admin")
                .province("rk-province")
                .station("rk-province", "rk-one", "拒绝甲驿站", "武汉市");
    }

    /** Somebody whom the address is for. */
    static String basic(Endpoints.Endpoint e) {
        return basic(
                e.path().matches(".*/(accounts|organisations)\\b.*")
                        ? "rk-admin"
                        : e.path().contains("imports") ? "rk-one" : "rk-province");
    }

    static String basic(String user) {
        return "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + TestAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    RawHttp.Answer get(String target, String... headers) {
        return send(RawHttp.head("GET", target, headers) + "\r\n");
    }

    RawHttp.Answer send(String request) {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    RawHttp.Answer send(byte[] request) {
        try {
            return raw.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new String(request, 0, Math.min(200, request.length), StandardCharsets.UTF_8), e);
        }
    }
}
