package org.talenthub.accounts.federated;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.function.SingletonSupplier;
import org.talenthub.security.signin.SiteDoor;

/**
 * The door for those who sign in elsewhere: authorization code with PKCE. What the provider offers is asked for when the first one comes,
 * so that the hub starts without it, and none of its tokens is kept: they are good for nothing here once it is known who came.
 */
final class Federation implements SiteDoor {

    /** What the provider is called in addresses. */
    static final String ID = "hub";

    private final FederationSettings settings;
    private final Arrivals arrivals;
    private final ClientRegistrationRepository registrations;

    /** @param address of the hub, empty for the one that a request was sent to */
    Federation(FederationSettings settings, String address, Arrivals arrivals) {
        this.settings = settings;
        this.arrivals = arrivals;
        SingletonSupplier<ClientRegistration> offered = SingletonSupplier.of(() -> registration(settings, address));
        this.registrations = id -> id.equals(ID) ? offered.obtain() : null;
    }

    private static ClientRegistration registration(FederationSettings settings, String address) {
        ClientRegistration.Builder client = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .scope(settings.scopes())
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri((address.isEmpty() ? "{baseUrl}" : address) + "/login/oauth2/code/" + ID);
        return settings.clientSecret().isEmpty()
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientSecret(settings.clientSecret()).build();
    }

    /** Whether the provider says what it offers. */
    boolean answers() {
        try {
            return registrations.findByRegistrationId(ID) != null;
        } catch (RuntimeException away) {
            return false;
        }
    }

    @Override
    public void open(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NothingKept())
                .withObjectPostProcessor(new Checked())
                .successHandler(arrivals)
                .failureHandler(arrivals));
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String address() {
        return "/login/oidc";
    }

    /** What the provider says is checked here, not by who checks passwords. */
    private static final class Checked implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {

        @Override
        public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
            filter.setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())));
            return filter;
        }
    }

    /** Tokens of the provider. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // there is none
        }
    }
}
