package org.talenthub.accounts.federated;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.talenthub.RunningHub;

/** A real provider of identities on this machine: Spring Authorization Server, with people whose claims the tests say. */
public final class IdentityProvider implements AutoCloseable {

    public static final String CLIENT = "talent-hub";
    public static final String SECRET = "the hub's secret there";
    static final String PASSWORD = "password-there";

    /** What the provider says of its people, by the names under which they sign in there. */
    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();

    private static volatile String redirect = "http://127.0.0.1/none";

    private static volatile String address = "";

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final WebServer server;
    private final String issuer;

    public IdentityProvider() throws IOException {
        int port = RunningHub.freePort();
        // another host than the hub's, so that the cookies of the two are kept apart
        issuer = "http://localhost:" + port;
        address = issuer;
        context.register(Setup.class);
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setRegisterDefaultServlet(true);
        server = factory.getWebServer(servlets -> {
            context.setServletContext(servlets);
            context.refresh();
            servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", context))
                    .addMappingForUrlPatterns(null, false, "/*");
        });
        server.start();
    }

    public String issuer() {
        return issuer;
    }

    /** Where the hub is. */
    void hubAt(int port) {
        redirect = "http://127.0.0.1:" + port + "/login/oauth2/code/hub";
    }

    /** Somebody who can sign in there. */
    void person(String login, Map<String, Object> claims) {
        PEOPLE.put(login, Map.copyOf(claims));
    }

    @Override
    public void close() {
        server.stop();
        server.destroy();
        context.close();
    }

    /** No configuration of the hub's, which would find it: only the context above is told of it. */
    @EnableWebSecurity
    static class Setup {

        @Bean
        JwtDecoder tokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        SecurityFilterChain all(HttpSecurity http) {
            return http.oauth2AuthorizationServer(provider -> provider.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(a -> a.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().issuer(address).build();
        }

        @Bean
        UserDetailsService people() {
            return login -> User.withUsername(login)
                    .password("{noop}" + PASSWORD)
                    .disabled(!PEOPLE.containsKey(login))
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // its secret, hashed anew: it is what it is
                }

                @Override
                public @Nullable RegisteredClient findById(String id) {
                    return id.equals(CLIENT) ? hub() : null;
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return findById(id);
                }
            };
        }

        /** It does without PKCE from nobody. */
        private static RegisteredClient hub() {
            return RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(redirect)
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("one")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(List.of(key)));
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    Map<String, Object> said = Objects.requireNonNull(
                            PEOPLE.get(token.getPrincipal().getName()));
                    token.getClaims().claims(claims -> claims.putAll(said));
                }
            };
        }
    }
}
