package org.talenthub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.HubTime;
import org.talenthub.lifecycle.Reviewing.Expert;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Who may not judge a case of 武汉 that its department applies for, line by line. */
class ConflictsTests {

    private static final LocalDate LATER = HubTime.today().plusDays(9);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // employer, region, carrier, declared, role, account's region, account's carrier → ground
                "示例评审大学, -, -, -, -, -, -, -",
                "示例评审大学, 420500, 示例旁观驿站, false, STATION, -, 示例旁观驿站, -",
                "示例评审大学, -, -, -, CITY, 420500, -, -",
                "示例评审大学, -, -, -, PROVINCE, -, -, -",
                "示例评审大学, -, -, true, -, -, -, DECLARED",
                "示例评审大学, 420500, -, true, CITY, 420500, -, DECLARED",
                "示例依托公司, -, -, -, -, -, -, EMPLOYER",
                "示例依托公司　, -, -, -, -, -, -, EMPLOYER",
                "示例申报驿站, -, -, -, -, -, -, EMPLOYER",
                "示例评审大学, -, 示例申报驿站, -, -, -, -, CARRIER",
                "示例评审大学, -, 示例依托公司, -, -, -, -, CARRIER",
                "示例评审大学, -, -, -, STATION, -, 示例申报驿站, CARRIER",
                "示例评审大学, -, -, -, BASE, -, 示例申报驿站, CARRIER",
                "示例评审大学, 420100, -, -, -, -, -, REGION",
                "示例评审大学, 420111, -, -, -, -, -, REGION",
                "示例评审大学, -, -, -, CITY, 420100, -, REGION",
                "示例评审大学, 420500, -, false, CITY, 420100, -, REGION",
                "示例评审大学, 429004, -, -, -, -, -, -"
            })
    void eachGroundIsSeen(
            String employer,
            @Nullable String region,
            @Nullable String carrier,
            @Nullable Boolean declared,
            @Nullable Role role,
            @Nullable String accountRegion,
            @Nullable String accountCarrier,
            Conflicts.@Nullable Ground ground) {
        Call call = new Call(
                HubTime.today().getYear(), CarrierKind.STATION, "", new Call.Terms(20, LATER, null, "{}", "[]"), "省");
        Application a = new Application(
                call, new Application.Draft("示例申报驿站", "示例依托公司", "", "420111", "", "{}"), "region:420100");
        Viewer account = role == null
                ? null
                : new Viewer(
                        7,
                        "expert",
                        "专家",
                        role,
                        accountRegion,
                        accountCarrier == null ? null : (Long) 5L,
                        accountCarrier);
        assertThat(Conflicts.of(a, new Expert("甲", employer, region, carrier, "expert", declared), account))
                .isEqualTo(java.util.Optional.ofNullable(ground));
    }
}
