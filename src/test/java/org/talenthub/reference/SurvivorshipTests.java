package org.talenthub.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Yaml;
import org.talenthub.reference.Survivorship.Rules;
import org.talenthub.reference.standards.Dictionaries;

class SurvivorshipTests {

    private static final Feeds FEEDS = Feeds.load(Dictionaries.load());
    private static final Survivorship RULES = Survivorship.load(FEEDS);

    /** The order, and where it does not hold. */
    @ParameterizedTest
    @CsvSource({
        "talent, post, VERIFIED OWN CONFIRMED REPORTED",
        "talent, employerCode, VERIFIED OWN CONFIRMED REPORTED",
        "talent, phone, VERIFIED OWN CONFIRMED REPORTED",
        "talent, availability, CONFIRMED REPORTED",
        "talent, confirmedOn, CONFIRMED REPORTED",
        "demand, salaryMin, VERIFIED OWN REPORTED",
        "enterprise, staff, VERIFIED OWN REPORTED",
        "carrier, state, PROVINCE OWN REPORTED",
        "platform, level, VERIFIED OWN REPORTED"
    })
    void eachFieldHasItsOrder(String feed, String field, String order) {
        assertThat(RULES.of(feed).order(field).stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({
        "talent, post, employerName employerCode post",
        "talent, documentType, documentNumber documentType",
        "talent, placeRegion, place placeRegion",
        "talent, name, name",
        "demand, email, contact phone email",
        "carrier, hostCode, hostName hostCode"
    })
    void whatBelongsTogetherIsTakenTogether(String feed, String field, String members) {
        List<String> all = Arrays.asList(members.split(" "));
        assertThat(RULES.of(feed).members(field)).isEqualTo(all);
        assertThat(RULES.of(feed).unit(field)).isEqualTo(all.getFirst());
    }

    @Test
    void theDayOfConfirmationIsNoDisagreement() {
        Rules talent = RULES.of("talent");
        assertThat(talent.compared("confirmedOn")).isFalse();
        assertThat(talent.compared("post")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                order: [VERIFIED]|order: [LUCK]|3
                order: [VERIFIED]|order: []|2
                fields: [state]|fields: [colour]|2
                fields: [state]|fields: [hostCode]|2
                why: 省级批复|why: ''|2
                [hostName, hostCode]|[hostName, state, state]|2
                notCompared: [profile]|notCompared: [hobby]|2
                carrier:|carriers:|1
                """)
    void mistakesAreNamedWithFileAndLine(String right, String wrong, int line) {
        String good = """
            types:
              carrier:
                order: [VERIFIED]
                except: [{fields: [state], order: [PROVINCE], why: 省级批复}]
                together: [[hostName, hostCode]]
                notCompared: [profile]
            """;
        Feeds carriers = new Feeds(List.of(FEEDS.get("carrier")));
        assertThat(check(good, carriers).of("carrier").order("state")).hasSize(1);
        assertThatThrownBy(() -> check(good.replace(right, wrong), carriers))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(Survivorship.PATH + ":" + line + ": ");
    }

    private static Survivorship check(String yaml, Feeds feeds) {
        return Survivorship.check(Yaml.parse(Survivorship.PATH, yaml, Survivorship.File.class), feeds);
    }
}
