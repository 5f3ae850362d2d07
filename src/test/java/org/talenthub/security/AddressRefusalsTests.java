package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.RawHttp;
import org.talenthub.Some;
import org.talenthub.TalentRows;
import org.talenthub.security.Endpoints.Endpoint;

/** What is wrong with an address, on every one that the hub has: told in words, never by an error of its own. */
@HubTest
@Tag("database")
class AddressRefusalsTests extends RawRequests {

    private static final List<String> BROKEN = List.of(
            "q=%zz",
            "q=%",
            "q=%4",
            "%zz=1",
            "q=%ff%fe",
            "q=%C0%AF",
            "q[]=x",
            "a[b]=c",
            "q={x}",
            "q=a|b",
            "q=\"x\"",
            "q=a\\b",
            "q=光",
            "q=" + "%E5%85%89".repeat(6_000),
            "q=" + "x".repeat(70_000),
            "x=1&".repeat(1_500));

    private static final List<String> ODD = List.of(
            "q=%00",
            "q=a&q=b&q=c",
            "%5B%5D=x&q%5B%5D=x",
            "class.classLoader=x&page=0",
            "q=" + "%E5%85%89".repeat(900),
            "q=" + "x".repeat(5_000),
            "page=&size=",
            "sort=%F0%9F%98%80",
            "id=%00&record=%00&search=%00&day=%00",
            "id=x&record=x&list=x&reason=x&state=x&status=x&effect=x&show=x&code=x&column=x&version=x",
            "lang=%00%0a",
            "tab=%2F..%2F..",
            "=",
            "&&&",
            "q=%0d%0aSet-Cookie:%20a=b");

    // what cannot be read

    @Test
    @Tag("part")
    void addressesThatCannotBeReadAreToldOnEveryAddress() {
        cannotBeRead(Some.of(BROKEN, 4));
    }

    @Test
    @Tag("long")
    void everyAddressThatCannotBeReadIsToldOnEveryAddress() {
        cannotBeRead(BROKEN);
    }

    private void cannotBeRead(List<String> broken) {
        SoftAssertions all = new SoftAssertions();
        List<String> targets = Stream.concat(
                        Endpoints.of(mapped).stream()
                                .filter(e -> e.method().equals("GET"))
                                .map(Endpoint::ofNothing),
                        Stream.of(
                                "/css/hub.css",
                                "/js/hub.js",
                                "/robots.txt",
                                "/favicon.svg",
                                "/nothing/at/all",
                                "/api/nothing"))
                .distinct()
                .toList();
        for (String target : targets) {
            for (String query : broken) {
                RawHttp.Answer answer = get(target + "?" + query);
                String what = target + "?" + query.substring(0, Math.min(30, query.length()));
                all.assertThat(answer.status()).as(what).isEqualTo(400);
                all.assertThat(target.startsWith("/api/") ? answer.problem() : answer.page())
                        .as("%s: %s", what, answer)
                        .isTrue();
            }
        }
        all.assertAll();
    }

    @Test
    @Tag("part")
    void oddNamesAndValuesNeverBreakAnything() {
        neverBreak(Some.of(ODD, 4));
    }

    @Test
    @Tag("long")
    void noneOfAllOddNamesAndValuesEverBreaksAnything() {
        neverBreak(ODD);
    }

    private void neverBreak(List<String> odd) {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            for (String query : odd) {
                if (e.method().equals("GET")) {
                    RawHttp.Answer answer = get(e.ofNothing() + "?" + query, basic("rk-province"));
                    all.assertThat(answer.status()).as("%s?%s", e.path(), query).isLessThan(500);
                    all.assertThat(answer.headers())
                            .as("%s?%s", e.path(), query)
                            .noneMatch(h -> h.contains("a=b"));
                    if (answer.status() >= 400) {
                        all.assertThat(e.api() ? answer.problem() : answer.page())
                                .as("%s?%s: %s", e.path(), query, answer)
                                .isTrue();
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void aSavedSearchIsReadAsStrictly() {
        for (String query : List.of("q=%zz", "q=%", "%zz=x", "q=%ff", "q=a&industry=%e")) {
            HubClient.Answer answer = json(
                    "POST",
                    "/api/v1/saved-searches",
                    "{\"name\":\"x\",\"type\":\"demands\",\"query\":\"" + query + "\"}");
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.body().path("code").asString("")).isEqualTo("query.unreadable");
            assertThat(mvc.post()
                            .uri("/saved")
                            .param("tab", "demands")
                            .param("name", "x")
                            .param("query", query)
                            .with(as(PROVINCE))
                            .with(csrf()))
                    .hasStatus(400);
        }
        HubClient.Answer kept = json(
                "POST",
                "/api/v1/saved-searches",
                "{\"name\":\"x\",\"type\":\"demands\",\"query\":\"q=%E5%85%89+a&mode=FULL_TIME&page=3&q=b\"}");
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.body().path("query").asString()).isEqualTo("q=%E5%85%89%20a&mode=FULL_TIME");
    }

    private HubClient.Answer json(String method, String path, String body) {
        return method.equals("PUT") ? hub.put("rk-province", path, body) : hub.post("rk-province", path, body);
    }

    // pages that do not exist

    @Test
    void everyListKnowsWhichPagesExist() {
        String batch = hub.imported(
                        "rk-one",
                        "talent",
                        "pages.csv",
                        new TalentRows()
                                .row("页数甲", "工作单位", "页数有限公司" + System.nanoTime())
                                .csv(),
                        "commit")
                .path("id")
                .asString();
        SoftAssertions all = new SoftAssertions();
        int lists = 0;
        for (Endpoint e : Endpoints.of(mapped)) {
            // an export has no pages, and only so many are made for one account
            if (!e.method().equals("GET")
                    || !pages(e)
                    || e.path().contains("/exports/")
                    || e.path().endsWith(".csv")) {
                continue;
            }
            lists++;
            String path = e.of(e.path().contains("imports") ? batch : "0000000000000");
            for (String page : List.of(
                    "2147483647",
                    "2147483648",
                    "21474836",
                    "21474837",
                    "99999999999999999999",
                    "-1",
                    "-2147483648",
                    "1e9",
                    "x",
                    "0x10",
                    "%20",
                    "%EF%BC%91",
                    "%00",
                    "0&page=2147483647")) {
                for (String size : page.equals("2147483647")
                        ? List.of("", "&size=100", "&size=0", "&size=-1", "&size=2147483647", "&size=x")
                        : List.of("&size=100")) {
                    String uri = path + "?page=" + page + size;
                    RawHttp.Answer answer = get(uri, basic(e));
                    all.assertThat(answer.status()).as(uri + " " + answer).isIn(200, 302, 400, 404);
                    if (e.api() && answer.status() == 200 && page.startsWith("2")) {
                        all.assertThat(answer.body()).as(uri).contains("\"items\":[]");
                    }
                }
            }
        }
        all.assertThat(lists).as("lists with pages").isGreaterThan(12);
        all.assertAll();
    }

    private static boolean pages(Endpoint e) {
        return Arrays.stream(e.handler().getMethodParameters())
                .anyMatch(p -> p.hasParameterAnnotation(RequestParam.class)
                        && ((p.getParameter().getName().equals("page"))
                                || MultiValueMap.class.isAssignableFrom(p.getParameterType())));
    }

    @Test
    void pagesOfTheSiteKnowItToo() {
        for (Endpoint e : Endpoints.of(mapped)) {
            if (e.method().equals("GET") && !e.api() && pages(e)) {
                for (String page : List.of("2147483647", "21474837", "-1", "x", "99999999999")) {
                    MvcTestResult result = mvc.get()
                            .uri(e.ofNothing() + "?page=" + page)
                            .with(as(PROVINCE))
                            .exchange();
                    assertThat(result.getResponse().getStatus())
                            .as(e.path() + " " + page)
                            .isLessThan(500);
                }
            }
        }
    }
}
