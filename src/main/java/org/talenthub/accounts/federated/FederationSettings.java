package org.talenthub.accounts.federated;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.talenthub.common.WrongSetting;
import org.talenthub.security.Role;

/**
 * {@code hub.oidc.*}: a provider with which people sign in.
 *
 * @param issuer its address, under which {@code /.well-known/openid-configuration} is; nobody signs in so when empty
 * @param clientId what the hub is called there
 * @param clientSecret empty for a client that has none: PKCE is used in either case
 * @param name what the button says
 * @param scopes that are asked for
 * @param username the claim that an account is called after when it is made
 * @param groupsClaim the claim that lists his groups
 * @param groups which group has which role here: {@code 省委人才办=PROVINCE}, {@code 武汉市=CITY 420100}; the first that fits counts
 * @param linkByName an account that is there already under his name is his; only where the provider's names are nobody else's
 * @param secondFactor {@code amr}: what the provider says that was shown counts; {@code always}: it sees to one for everybody
 */
@ConfigurationProperties("hub.oidc")
record FederationSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("preferred_username") String username,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> groups,
        @DefaultValue("false") boolean linkByName,
        @DefaultValue("amr") String secondFactor) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> FACTORS = Set.of("amr", "always");

    FederationSettings {
        scopes = Set.copyOf(scopes);
        groups = List.copyOf(groups);
    }

    boolean on() {
        return !issuer.isBlank();
    }

    /** What somebody is here by one group. */
    record Place(String group, Role role, @Nullable String region) {}

    /** The places in the order in which they count. @throws WrongSetting when one of the settings cannot be */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String line : groups) {
            int at = line.lastIndexOf('=');
            String[] seat = line.substring(at + 1).strip().split("\\s+", -1);
            Role role = role(seat[0]);
            String region = seat.length > 1 ? seat[1] : null;
            if (at < 1
                    || role == null
                    || seat.length > 2
                    || (role == Role.CITY) != (region != null && region.matches("42\\d{4}"))) {
                throw new WrongSetting(
                        "hub.oidc.groups 里的“" + line
                                + "”不能用：写“组名=角色”，如 省委人才办=PROVINCE、武汉市=CITY 420100；角色只能是 PROVINCE、CITY、BASE、STATION、MATCHMAKER。",
                        "hub.oidc.groups: " + line
                                + " must look like group=PROVINCE or group=CITY 420100; roles are PROVINCE, CITY, BASE, STATION, MATCHMAKER, never an administrator.");
            }
            places.add(new Place(line.substring(0, at).strip(), role, region));
        }
        return places;
    }

    /** Null for what is none, and for those that keep the hub: nobody becomes one by what a provider says. */
    private static @Nullable Role role(String text) {
        for (Role role : Role.values()) {
            if (role.name().equals(text.toUpperCase(Locale.ROOT)) && !role.keepsTheHub() && role != Role.ANONYMOUS) {
                return role;
            }
        }
        return null;
    }

    /** @throws WrongSetting when the provider's address or the client cannot be */
    void check() {
        boolean plain = issuer.startsWith("http://") && LOOPBACK.contains(host());
        if (!issuer.startsWith("https://") && !plain) {
            throw new WrongSetting(
                    "hub.oidc.issuer 必须是 https:// 开头的地址，现在是 " + issuer + "。",
                    "hub.oidc.issuer must be an https:// address, it is " + issuer + ".");
        }
        if (clientId.isBlank()) {
            throw new WrongSetting(
                    "设了 hub.oidc.issuer，还要设 hub.oidc.client-id。",
                    "With hub.oidc.issuer goes hub.oidc.client-id, which is missing.");
        }
        if (!FACTORS.contains(secondFactor)) {
            throw new WrongSetting(
                    "hub.oidc.second-factor 只能是 amr 或 always，现在是 " + secondFactor + "。",
                    "hub.oidc.second-factor must be amr or always, it is " + secondFactor + ".");
        }
        if (places().isEmpty()) {
            throw new WrongSetting(
                    "设了 hub.oidc.issuer，还要用 hub.oidc.groups 写明哪个组是什么角色。",
                    "With hub.oidc.issuer goes hub.oidc.groups, which says what role each group has.");
        }
    }

    private String host() {
        String host = URI.create(issuer.strip()).getHost();
        return host == null ? "" : host;
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "FederationSettings[" + issuer + " " + clientId + "]";
    }
}
