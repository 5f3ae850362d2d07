package org.talenthub.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;

/** Who is handed a session: a page that is gone to, and a program; not what a page fetches by the way. */
class SessionIdsTests {

    private final SessionIds ids = new SessionIds(new CookieHttpSessionIdResolver());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET,  /invitation/x, text/html, -, -,        true",
                "GET,  /invitation/x, */*,       -, -,        true",
                "GET,  /invitation/x, -,         -, -,        true",
                "GET,  /talents,      */*,       /, -,        false",
                "GET,  /talents,      text/html, /, -,        true",
                "GET,  /talents,      text/html, /, cors,     false",
                "GET,  /talents,      */*,       -, navigate, true",
                "POST, /account/x,    */*,       /, -,        true",
                "GET,  /login,        */*,       /, cors,     true"
            })
    void whoIsHandedASession(String method, String path, String accept, String from, String mode, boolean handed) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        header(request, "Accept", accept);
        header(request, "Referer", from);
        header(request, "Sec-Fetch-Mode", mode);
        MockHttpServletResponse response = new MockHttpServletResponse();
        ids.setSessionId(request, response, "0123");
        assertThat(response.getHeader("Set-Cookie") != null).isEqualTo(handed);
    }

    private static void header(MockHttpServletRequest request, String name, String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }
}
