package org.talenthub.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.talenthub.common.Problem;
import org.talenthub.security.matrix.AccessDecision;
import org.talenthub.security.matrix.AccessMatrix;
import org.talenthub.security.requests.BodyBounds;
import org.talenthub.security.requests.KnownCredentials;
import org.talenthub.security.requests.ReadableRequests;
import org.talenthub.security.requests.Sessionless;
import org.talenthub.security.signin.DutiesFirst;
import org.talenthub.security.signin.FreshAccounts;
import org.talenthub.security.signin.OpenLinks;
import org.talenthub.security.signin.PasswordHashes;
import org.talenthub.security.signin.PasswordOnApi;
import org.talenthub.security.signin.PasswordTurns;
import org.talenthub.security.signin.ProgramTokens;
import org.talenthub.security.signin.RememberingPasswordEncoder;
import org.talenthub.security.signin.SiteDoor;
import org.talenthub.security.signin.TokenSignIn;
import org.talenthub.security.signin.Welcome;
import org.talenthub.security.throttle.LoginThrottle;
import org.talenthub.security.throttle.SignInAttempts;
import org.talenthub.security.throttle.SignInLimits;

/** The two doors: the API by HTTP Basic or a token without any session, the site by a login form. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInLimits.class)
public class SecurityConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(new PasswordTurns(PasswordHashes.encoder()));
    }

    @Bean
    AuthenticationManager authenticationManager(
            UserDetailsService users,
            UserDetailsPasswordService renewed,
            PasswordEncoder passwords,
            AuthenticationEventPublisher events,
            SignInAttempts attempts,
            SignInLimits limits) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        // what was hashed the old way is hashed the new way while the password is at hand
        provider.setUserDetailsPasswordService(renewed);
        ProviderManager manager = new ProviderManager(new LoginThrottle(provider, attempts, limits));
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    /** Files are the same for everybody: no session is looked up for them, and they are there while the database is not. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher(AccessMatrix.FILES.toArray(String[]::new))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(a -> a.anyRequest().access(new AccessMatrix()))
                .addFilterAfter(new Sessionless(), HeaderWriterFilter.class)
                .addFilterAfter(new ReadableRequests(), Sessionless.class)
                .addFilterAfter(new BodyBounds(SecurityConfiguration::thrown), ReadableRequests.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(new SiteRefusals()))
                .headers(SecureHeaders::site)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            AuthenticationManager authentication,
            ProgramTokens tokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        ApiRefusals refusals = new ApiRefusals(errors);
        return http.securityMatcher("/api/**")
                .authenticationManager(authentication)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(b -> b.authenticationEntryPoint(refusals))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(a -> a.anyRequest().access(new AccessMatrix()))
                // No token: no cookie is honoured here, a signed-in session is nobody to the API. Browsers that
                // remember a Basic password are what SameSiteWrites is for.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new Sessionless(), HeaderWriterFilter.class)
                .addFilterAfter(new ReadableRequests(), Sessionless.class)
                .addFilterBefore(new SameSiteWrites(refusals), BasicAuthenticationFilter.class)
                .addFilterBefore(new KnownCredentials(refusals), BasicAuthenticationFilter.class)
                .addFilterBefore(new TokenSignIn(tokens, refusals), BasicAuthenticationFilter.class)
                .addFilterAfter(new PasswordOnApi(refusals::refuse), BasicAuthenticationFilter.class)
                // After the authorization, which reads no body: who may not is told so, however much he sends.
                .addFilterAfter(new BodyBounds(refusals::refuse), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecureHeaders::api)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain site(
            HttpSecurity http,
            AuthenticationManager authentication,
            UserDetailsService users,
            HttpSessionRequestCache asked,
            Welcome welcome,
            ObjectProvider<SiteDoor> doors,
            ObjectProvider<OpenLinks> links,
            @Value("${hub.session.longest:12h}") Duration longest) {
        SiteRefusals refusals = new SiteRefusals();
        doors.orderedStream().forEach(door -> door.open(http));
        return http.authenticationManager(authentication)
                // another session, see SigningIn
                .sessionManagement(
                        s -> s.sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::migrateSession))
                .formLogin(f -> f.loginPage("/login").successHandler(welcome).failureHandler(refusals))
                .logout(l -> l.logoutSuccessUrl("/"))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(a -> a.anyRequest().access(new AccessMatrix()))
                .addFilterAfter(new ReadableRequests(), HeaderWriterFilter.class)
                // before the token is looked for, which may stand in a form
                .addFilterBefore(
                        new BodyBounds(
                                SecurityConfiguration::thrown,
                                request -> links.stream().anyMatch(l -> l.opens(request))),
                        CsrfFilter.class)
                .addFilterBefore(new FreshAccounts(users, longest), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new DutiesFirst(), AnonymousAuthenticationFilter.class)
                .requestCache(c -> c.requestCache(asked))
                .headers(SecureHeaders::site)
                .build();
    }

    /** On the site every refusal becomes the error page, further out. */
    private static void thrown(HttpServletRequest request, HttpServletResponse response, Problem refusal) {
        throw refusal;
    }

    @Bean
    Welcome welcome(HttpSessionRequestCache asked) {
        return new Welcome(asked);
    }

    /** After the login people return to the page they asked for, not to a part of one, and not to what does not exist. */
    @Bean
    @SuppressWarnings("NullAway") // null is how the parameter is switched off, its annotation forgot
    HttpSessionRequestCache askedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> {
            String accept = request.getHeader("Accept");
            return "GET".equals(request.getMethod())
                    && AccessDecision.of(request) == AccessDecision.NOT_THIS_ROLE
                    && !SiteRefusals.forPart(request)
                    && (accept == null || accept.contains("text/html"));
        });
        // The address is to hold the query and nothing of ours.
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
