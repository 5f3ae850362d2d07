package org.talenthub.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.security.Role;

/** Every page leads to a chapter that is there, in both languages. */
class ChaptersTests {

    @ParameterizedTest
    @CsvSource({
        "/imports/new, PROVINCE, clerk#report",
        "/imports/0000000000001, STATION, clerk#check",
        "/reporting, BASE, clerk#due",
        "/account/second-factor, CITY, clerk#account",
        "/login, ANONYMOUS, clerk#account",
        "/talents/0000000000001, PROVINCE, official#record",
        "/talents/0000000000001/access-log, PROVINCE, official#contact",
        "/talents/0000000000001/erase, PROVINCE, official#erase",
        "/demands/0000000000001/candidates, CITY, official#match",
        "/search, ANONYMOUS, official#search",
        "/searching, ANONYMOUS, official#search",
        "/key-list/2026-1/edit, PROVINCE, official#key-list",
        "/assessments/2026, CITY, official#carriers",
        "/invited-applications/abc, ANONYMOUS, official#carriers",
        "/event-feedback/abc, ANONYMOUS, matchmaker#day",
        "/events, ANONYMOUS, matchmaker#event",
        "/events/0000000000001/plan, MATCHMAKER, matchmaker#plan",
        "/events/0000000000001/check-in, MATCHMAKER, matchmaker#day",
        "/chains, ANONYMOUS, official#chains",
        "/chains/queue, CITY, official#chains",
        "/chains/OPTO-CHIP, STATION, official#chains",
        "/regions/420100, PROVINCE, official#chains",
        "/talents/0000000000001/ring, PROVINCE, official#chains",
        "/enterprises/0000000000001/ring, ANONYMOUS, official#chains",
        "/demands/0000000000001/story, STATION, official#chains",
        "/boards/regions, PROVINCE, official#boards",
        "/admin/accounts/0000000000001, SECURITY, operations#accounts",
        "/admin/audit, AUDITOR, operations#trail",
        "/admin/indices, ADMIN, operations#indices",
        "/, STATION, clerk#report",
        "/, MATCHMAKER, matchmaker#event",
        "/, ADMIN, operations#accounts",
        "/, AUDITOR, operations#trail",
        "/, PROVINCE, official#search",
        "/nowhere, ANONYMOUS, official#search",
        "'', ANONYMOUS, official#search"
    })
    void aPageLeadsToItsChapter(String path, Role viewer, String place) {
        assertThat(Chapters.of(path, viewer)).isEqualTo("/help/" + place);
    }

    @Test
    void everyChapterIsThereInBothLanguages() throws IOException {
        for (String place : Chapters.places()) {
            String[] parts = place.split("#");
            Guide guide = Guide.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT));
            for (boolean english : new boolean[] {true, false}) {
                GuideText text = GuideText.of(guide, Files.readString(Path.of("docs", guide.file(english))));
                assertThat(text.html()).as(guide.file(english)).containsOnlyOnce("id=\"" + parts[1] + "\"");
                assertThat(text.title()).isNotBlank();
                assertThat(text.chapters()).hasSizeGreaterThan(2);
            }
        }
    }

    @Test
    void whatALinkLeadsToIsHere() throws IOException {
        for (Guide guide : Guide.values()) {
            for (boolean english : new boolean[] {true, false}) {
                String html = GuideText.of(guide, Files.readString(Path.of("docs", guide.file(english))))
                        .html();
                assertThat(Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                                .matcher(html)
                                .results()
                                .map(r -> r.group(1))
                                .toList())
                        .as(guide.file(english))
                        .allMatch(to -> to.startsWith("#") || to.startsWith("/help/") || to.startsWith("https://"));
                assertThat(html).doesNotContain(".md\"");
            }
        }
    }

    @Test
    void bothLanguagesOfTheOperatorsGuideNameTheSameSettings() throws IOException {
        Set<String> english = settings(Guide.OPERATIONS.file(true));
        assertThat(settings(Guide.OPERATIONS.file(false))).isEqualTo(english);
        assertThat(english).contains("hub.accounts.grace", "hub.home", "spring.datasource.url", ".per-address");
    }

    /** Names of properties, and the ends of names that stand behind another: {@code hub.watch.port, .address}. */
    private static Set<String> settings(String file) throws IOException {
        return Pattern.compile("\\b(?:hub|server|spring|logging)(?:\\.[a-z][a-z-]*)+|(?<=`)\\.[a-z][a-z.-]+(?=`)")
                .matcher(Files.readString(Path.of("docs", file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aGuideLeadsToItsOtherLanguage() {
        GuideText text = GuideText.of(
                Guide.CLERK,
                "# 指南\n\n[English](clerk.md), [ADR](adr/1.md), [运维](operations.zh-CN.md#x)\n\n## 一\n\n|a|\n|-|\n|b|\n");
        assertThat(text.title()).isEqualTo("指南");
        assertThat(text.html())
                .contains("<a href=\"/help/clerk?lang=en\">English</a>, ADR, <a href=\"/help/operations#x\">运维</a>")
                .contains("<h2 id=\"一\">", "<th scope=\"col\">a</th>");
        assertThat(text.chapters()).containsExactly(new GuideText.Chapter("一", "一"));
    }
}
