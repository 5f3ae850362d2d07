package org.talenthub.security;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.talenthub.security.accounts.FreshAccounts;
import org.talenthub.security.accounts.LoginThrottle;
import org.talenthub.security.accounts.RememberingPasswordEncoder;
import org.talenthub.security.matrix.AccessDecision;
import org.talenthub.security.matrix.AccessMatrix;

/** The two doors: the API by HTTP Basic without any session, the site by a login form. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    AuthenticationManager authenticationManager(
            UserDetailsService users, PasswordEncoder passwords, AuthenticationEventPublisher events) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        ProviderManager manager = new ProviderManager(new LoginThrottle(provider, Ticker.systemTicker()));
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            AuthenticationManager authentication,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        ApiRefusals refusals = new ApiRefusals(errors);
        return http.securityMatcher("/api/**")
                .authenticationManager(authentication)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(b -> b.authenticationEntryPoint(refusals))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(a -> a.anyRequest().access(new AccessMatrix()))
                // No token: no cookie is honoured here, a signed-in session is nobody to the API. Browsers that
                // remember a
                // Basic password are what SameSiteWrites is for.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SameSiteWrites(refusals), BasicAuthenticationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecureHeaders::api)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain site(HttpSecurity http, AuthenticationManager authentication, UserDetailsService users) {
        SiteRefusals refusals = new SiteRefusals();
        return http.authenticationManager(authentication)
                .formLogin(f -> f.loginPage("/login").failureHandler(refusals))
                .logout(l -> l.logoutSuccessUrl("/"))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(a -> a.anyRequest().access(new AccessMatrix()))
                .addFilterBefore(new FreshAccounts(users), AnonymousAuthenticationFilter.class)
                .requestCache(c -> c.requestCache(askedPages()))
                .headers(SecureHeaders::site)
                .build();
    }

    /** After the login people return to the page they asked for, not to a part of one, and not to what does not exist. */
    @SuppressWarnings("NullAway") // null is how the parameter is switched off, its annotation forgot
    private static HttpSessionRequestCache askedPages() {
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
