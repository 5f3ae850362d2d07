package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.as;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.security.signin.ProgramTokens;
import org.talenthub.security.throttle.AttemptsInMemory;
import org.talenthub.security.web.SecureHeaders;
import org.talenthub.security.web.SecurityConfiguration;

/** Both doors with stand-in rooms behind them. */
@WebMvcTest(
        controllers = DoorsTests.Rooms.class,
        // what passes through is written down elsewhere
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.talenthub\\.audit\\..*"),
        // named, so that no engine is started for this
        properties = {"spring.datasource.url=none", "spring.elasticsearch.uris=none"})
@Import({SecurityConfiguration.class, AttemptsInMemory.class, DoorsTests.Users.class, DoorsTests.Rooms.class})
@ComponentScan(
        basePackages = "org.talenthub.web",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(org.springframework.stereotype.Component.class))
class DoorsTests {

    static final String PASSWORD = "a-Password-2026";

    @Autowired
    MockMvcTester mvc;

    @TestConfiguration
    static class Users {
        /** Nobody's hash is renewed here. */
        @Bean
        UserDetailsPasswordService renewed() {
            return (user, hash) -> user;
        }

        /** The only token stands for the station and may ask. */
        @Bean
        ProgramTokens tokens() {
            return token -> token.equals("hub_station")
                    ? Optional.of(
                            new ProgramTokens.Holder(TestViewers.user(STATION, PASSWORD), Set.of(TokenScope.READ)))
                    : Optional.empty();
        }

        @Bean
        UserDetailsService users() {
            return name -> switch (name) {
                case "province" -> TestViewers.user(PROVINCE, PASSWORD);
                case "station" -> TestViewers.user(STATION, PASSWORD);
                case "broken" -> throw new org.springframework.dao.DataAccessResourceFailureException("no database");
                default -> throw new UsernameNotFoundException(name);
            };
        }
    }

    @RestController
    static class Rooms {
        @GetMapping({
            "/api/v1/talents",
            "/api/v1/talents/{id}",
            "/api/v1/demands",
            "/search",
            "/imports",
            "/swagger-ui/index.html",
            "/talents/{id}"
        })
        Map<String, Object> who(Viewer viewer) {
            return Map.of("username", viewer.username(), "role", viewer.role());
        }

        @PostMapping({"/api/v1/imports", "/imports"})
        Map<String, Object> write(Viewer viewer) {
            return who(viewer);
        }

        @GetMapping("/not-in-the-matrix")
        String forgotten() {
            return "secret";
        }
    }

    // the API

    @Test
    void apiKnowsTheCallerByBasic() {
        assertThat(mvc.get().uri("/api/v1/talents").with(httpBasic("station", PASSWORD)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.username")
                .isEqualTo("station");
        assertThat(mvc.get().uri("/api/v1/demands"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("ANONYMOUS");
    }

    @Test
    void apiKnowsAProgramByItsTokenAndForWhatItIs() {
        assertThat(mvc.get().uri("/api/v1/talents").header("Authorization", "Bearer hub_station"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.username")
                .isEqualTo("station");
        assertThat(mvc.post().uri("/api/v1/imports").header("Authorization", "Bearer hub_station"))
                .hasStatus(403);
        for (String shown : List.of("Bearer hub_other", "Bearer", "Bearer a b", "bearer  ", "Bearer hub_station x")) {
            assertThat(mvc.get().uri("/api/v1/demands").header("Authorization", shown))
                    .as(shown)
                    .hasStatus(401);
        }
        assertThat(mvc.get().uri("/search").header("Authorization", "Bearer hub_station"))
                .as("the site takes none")
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("ANONYMOUS");
    }

    @Test
    void apiAsksVisitorsForAPassword() {
        MvcTestResult result = mvc.get().uri("/api/v1/talents").exchange();
        assertThat(result)
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Basic realm=\"talent-hub\", charset=\"UTF-8\"");
        assertProblem(result, 401, "unauthorized");
        assertProblem(
                mvc.get()
                        .uri("/api/v1/demands")
                        .with(httpBasic("station", "wrong"))
                        .exchange(),
                401,
                "unauthorized");
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    @Test
    void apiHidesPersonsFromVisitors() {
        assertProblem(mvc.get().uri("/api/v1/talents/0ABC").exchange(), 404, "not.found");
    }

    @Test
    void apiRefusesARoleWithoutPermission() {
        assertProblem(
                mvc.post().uri("/api/v1/imports").with(as(TestViewers.ADMIN)).exchange(), 403, "forbidden");
        assertProblem(
                mvc.get()
                        .uri("/api/v1/talents/0ABC")
                        .with(as(TestViewers.ADMIN))
                        .exchange(),
                404,
                "not.found");
    }

    @Test
    void apiHonoursNoSession() {
        MockHttpSession session = signedIn("station");
        assertThat(mvc.get().uri("/imports").session(session)).hasStatusOk();
        assertProblem(mvc.post().uri("/api/v1/imports").session(session).exchange(), 401, "unauthorized");
        assertProblem(mvc.get().uri("/api/v1/talents").session(session).exchange(), 401, "unauthorized");
    }

    @Test
    void apiTakesWritesOfProgramsAndOfItsOwnPages() {
        var basic = httpBasic("station", PASSWORD);
        assertThat(mvc.post().uri("/api/v1/imports").with(basic)).hasStatusOk();
        assertThat(mvc.post().uri("/api/v1/imports").with(basic).header("Sec-Fetch-Site", "same-origin"))
                .hasStatusOk();
        assertThat(mvc.post().uri("/api/v1/imports").with(basic).header("Origin", "http://localhost:8080"))
                .hasStatusOk();
    }

    @Test
    void apiRefusesWritesOfOtherSitesPages() {
        var basic = httpBasic("station", PASSWORD);
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertProblem(
                    mvc.post()
                            .uri("/api/v1/imports")
                            .with(basic)
                            .header("Sec-Fetch-Site", site)
                            .exchange(),
                    403,
                    "forbidden");
        }
        for (String origin : new String[] {"https://evil.example", "null", "%%%"}) {
            assertProblem(
                    mvc.post()
                            .uri("/api/v1/imports")
                            .with(basic)
                            .header("Origin", origin)
                            .exchange(),
                    403,
                    "forbidden");
        }
    }

    @Test
    void unknownAddressesAndMethodsAreNoSecret() {
        assertProblem(mvc.get().uri("/api/v1/nothing").exchange(), 404, "not.found");
        assertProblem(mvc.get().uri("/api").exchange(), 404, "not.found");
        assertProblem(mvc.put().uri("/api/v1/demands").exchange(), 405, "method.unsupported");
        MvcTestResult nothing = mvc.get().uri("/nothing").accept("text/html").exchange();
        assertThat(nothing).hasStatus(404);
        assertThat(nothing.getRequest().getSession(false))
                .as("no session for what does not exist")
                .isNull();
    }

    @Test
    void whatTheMatrixDoesNotNameIsClosed() {
        assertThat(mvc.get().uri("/not-in-the-matrix").with(as(PROVINCE))).hasStatus(404);
        assertThat(mvc.get().uri("/not-in-the-matrix")).hasStatus(404);
    }

    @Test
    void aDatabaseThatIsAwayIsNotAWrongPassword() {
        MvcTestResult result = mvc.get()
                .uri("/api/v1/talents")
                .with(httpBasic("broken", PASSWORD))
                .exchange();
        assertProblem(result, 503, "engine.away");
        assertThat(result).headers().containsHeader("Retry-After");
        assertThat(mvc.post()
                        .uri("/login")
                        .with(csrf())
                        .param("username", "broken")
                        .param("password", PASSWORD))
                .hasStatus(503);
    }

    // the site

    @Test
    void siteSignsInAndReturnsToTheAskedPage() {
        MvcTestResult asked =
                mvc.get().uri("/imports?page=2").accept("text/html").exchange();
        assertThat(asked).hasStatus(302).hasRedirectedUrl("/login");
        MockHttpSession session = (MockHttpSession) asked.getRequest().getSession(false);
        String before = session.getId();
        MvcTestResult login = login(session, "station", PASSWORD);
        assertThat(login).hasStatus(302);
        assertThat(login.getResponse().getRedirectedUrl()).endsWith("/imports?page=2");
        assertThat(session(login).getId()).as("session fixation").isNotEqualTo(before);
        assertThat(session.isInvalid()).isTrue();
        assertThat(mvc.get().uri("/imports").session(session(login)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.username")
                .isEqualTo("station");
    }

    @Test
    void aPartOfAPageReloadsThePageInsteadOfShowingTheLogin() {
        MvcTestResult part =
                mvc.get().uri("/imports").header("HX-Request", "true").exchange();
        assertThat(part).hasStatus(401).hasHeader("HX-Refresh", "true");
        assertThat(part.getRequest().getSession(false)).isNull();
    }

    @Test
    void siteRefusesAWrongPassword() {
        assertThat(login(new MockHttpSession(), "station", "wrong"))
                .hasStatus(302)
                .hasRedirectedUrl("/login?error");
        assertThat(login(new MockHttpSession(), "nobody", "wrong"))
                .hasStatus(302)
                .hasRedirectedUrl("/login?error");
    }

    @Test
    void siteSignsOut() {
        MockHttpSession session = signedIn("station");
        assertThat(mvc.post().uri("/logout").session(session).with(csrf()))
                .hasStatus(302)
                .hasRedirectedUrl("/");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void siteWantsATokenWithEveryWrite() {
        MockHttpSession session = signedIn("station");
        assertThat(mvc.post().uri("/imports").session(session)).hasStatus(403);
        assertThat(mvc.post().uri("/imports").session(session).with(csrf().useInvalidToken()))
                .hasStatus(403);
        assertThat(mvc.post().uri("/imports").session(session).with(csrf())).hasStatusOk();
        assertThat(mvc.post().uri("/login").param("username", "station").param("password", PASSWORD))
                .hasStatus(302)
                .hasRedirectedUrl("/login?expired");
        assertThat(mvc.post().uri("/logout").session(session)).hasStatus(302).hasRedirectedUrl("/login?expired");
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void siteTakesNoBasic() {
        assertThat(mvc.get().uri("/imports").with(httpBasic("station", PASSWORD)))
                .hasStatus(302)
                .hasRedirectedUrl("/login");
    }

    @Test
    void siteHidesPersonsFromVisitorsAndRefusesOtherRoles() {
        assertThat(mvc.get().uri("/talents/0ABC")).hasStatus(404);
        assertThat(mvc.get().uri("/talents/0ABC").with(as(TestViewers.ADMIN))).hasStatus(404);
        assertThat(mvc.get().uri("/talents/0ABC").with(as(STATION))).hasStatusOk();
    }

    @Test
    void aSessionEndsWithItsAccount() {
        // A session of somebody whose account has since lost its carrier: what the store says differs from what the
        // session says.
        Viewer former = new Viewer(STATION.account(), "station", "station", Role.STATION, null, 99L, "former");
        for (Viewer viewer : new Viewer[] {former, new Viewer(9, "gone", "", Role.PROVINCE, null, null, null)}) {
            MockHttpSession session = new MockHttpSession();
            HubUser user = new HubUser(viewer, "", true, Instant.now().minusSeconds(31));
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())));
            assertThat(mvc.get().uri("/search").session(session))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.role")
                    .isEqualTo("ANONYMOUS");
            assertThat(session.isInvalid()).isTrue();
        }
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        for (long hours : new long[] {11, 13}) {
            MockHttpSession session = new MockHttpSession();
            HubUser user =
                    new HubUser(TestViewers.STATION, "", true, Instant.now().minusSeconds(hours * 3600));
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())));
            assertThat(mvc.get().uri("/imports").session(session)).hasStatus(hours > 12 ? 302 : 200);
            assertThat(session.isInvalid()).isEqualTo(hours > 12);
        }
    }

    @Test
    void theLoginLeadsBackToThisSiteOnly() {
        for (String asked :
                new String[] {"/imports?page=2", "//evil.example/imports?page=2", "/\\evil.example/imports"}) {
            MockHttpSession session = new MockHttpSession();
            MvcTestResult before = mvc.get()
                    .uri("/imports?page=2")
                    .session(session)
                    .accept("text/html")
                    .with(request -> {
                        request.setServerName("evil.example");
                        request.setServerPort(81);
                        request.setRequestURI(asked.replaceAll("\\?.*", ""));
                        return request;
                    })
                    .exchange();
            if (before.getResponse().getStatus() == 302) {
                assertThat(before).hasRedirectedUrl("/login");
                assertThat(login(session, "station", PASSWORD).getResponse().getRedirectedUrl())
                        .startsWith("/imports");
            }
        }
    }

    // both

    @Test
    void apiDoesNotTakeForAVisitorWhoShowsSomething() {
        for (String shown : new String[] {"Bearer abc", "bearer", "Digest x", "Basic", "Basic !", "x", ""}) {
            MvcTestResult result = mvc.get()
                    .uri("/api/v1/demands")
                    .header("Authorization", shown)
                    .exchange();
            assertProblem(result, 401, "unauthorized");
            assertThat(result).headers().containsHeader("WWW-Authenticate");
        }
    }

    @Test
    void tooManyFailuresAreThrottledPerNameAndAddress() {
        for (int i = 0; i < 10; i++) {
            assertThat(mvc.get().uri("/api/v1/talents").with(httpBasic("guessed", "wrong" + i)))
                    .hasStatus(401);
        }
        MvcTestResult api = mvc.get()
                .uri("/api/v1/talents")
                .with(httpBasic("guessed", PASSWORD))
                .exchange();
        assertProblem(api, 429, "login.throttled");
        assertThat(Integer.parseInt(api.getResponse().getHeader("Retry-After"))).isBetween(800, 900);
        MvcTestResult site = login(new MockHttpSession(), " Guessed", PASSWORD);
        assertThat(site).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(mvc.get().uri("/api/v1/talents").with(httpBasic("station", PASSWORD)))
                .hasStatusOk();
    }

    @Test
    void browsersAreToldWhatToRefuse() {
        assertThat(mvc.get().uri("/search").secure(true))
                .hasHeader("Content-Security-Policy", SecureHeaders.SITE)
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .headers()
                .containsHeader("Permissions-Policy")
                .containsHeader("Strict-Transport-Security");
        assertThat(SecureHeaders.SITE).doesNotContain("unsafe");
        assertThat(mvc.get().uri("/swagger-ui/index.html")).hasHeader("Content-Security-Policy", SecureHeaders.SWAGGER);
        assertThat(mvc.get().uri("/api/v1/demands"))
                .hasHeader("Content-Security-Policy", SecureHeaders.DATA)
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    private MockHttpSession signedIn(String username) {
        MvcTestResult login = login(new MockHttpSession(), username, PASSWORD);
        assertThat(login).hasStatus(302).hasRedirectedUrl("/");
        return session(login);
    }

    /** Signing in begins another than the one that was there before. */
    private static MockHttpSession session(MvcTestResult login) {
        return (MockHttpSession) Objects.requireNonNull(login.getRequest().getSession(false));
    }

    private MvcTestResult login(MockHttpSession session, String username, String password) {
        return mvc.post()
                .uri("/login")
                .session(session)
                .with(request -> {
                    // As a browser would: it sends back the cookie of the session it was given.
                    request.setRequestedSessionIdValid(true);
                    return request;
                })
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .exchange();
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(result).bodyJson().extractingPath("$.detail").asString().containsPattern("[\\u4e00-\\u9fff]");
        assertThat(result).bodyJson().extractingPath("$.errors").asArray().isEmpty();
    }
}
