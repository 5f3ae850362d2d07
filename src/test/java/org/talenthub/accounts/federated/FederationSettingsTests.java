package org.talenthub.accounts.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talenthub.accounts.federated.FederationSettings.Place;
import org.talenthub.common.WrongSetting;
import org.talenthub.security.Role;

/** What a provider may be said to be, and what groups may make of somebody. */
class FederationSettingsTests {

    @Test
    void groupsMakePlacesInTheirOrder() {
        assertThat(settings("https://id.example", "省委人才办=PROVINCE", "cn=wuhan,ou=x=CITY 420100", "红娘 = matchmaker")
                        .places())
                .containsExactly(
                        new Place("省委人才办", Role.PROVINCE, null),
                        new Place("cn=wuhan,ou=x", Role.CITY, "420100"),
                        new Place("红娘", Role.MATCHMAKER, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admins=ADMIN",
                "security=SECURITY",
                "audit=AUDITOR",
                "all=ANONYMOUS",
                "city=CITY",
                "city=CITY 310000",
                "province=PROVINCE 420000",
                "=PROVINCE",
                "PROVINCE",
                "x=BOSS"
            })
    void whatCannotBeIsSaid(String line) {
        assertThatThrownBy(() -> settings("https://id.example", line).check()).isInstanceOf(WrongSetting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example", "ftp://id.example", "id.example"})
    void theProviderSpeaksTls(String issuer) {
        assertThatThrownBy(() -> settings(issuer, "a=PROVINCE").check()).isInstanceOf(WrongSetting.class);
    }

    @Test
    void onThisMachineItNeedNot() {
        settings("http://localhost:9000", "a=PROVINCE").check();
        assertThatThrownBy(() -> settings("https://id.example").check()).isInstanceOf(WrongSetting.class);
    }

    private static FederationSettings settings(String issuer, String... groups) {
        return new FederationSettings(
                issuer, "hub", "", "", Set.of("openid"), "preferred_username", "groups", List.of(groups), false, "amr");
    }
}
