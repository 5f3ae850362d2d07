package org.talenthub.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Chinese unless somebody chose otherwise: on the site by {@code ?lang=en}, remembered in the cookie {@code lang} for a year; of the API
 * by {@code Accept-Language} too.
 */
@Configuration(proxyBeanMethods = false)
public class Language implements WebMvcConfigurer {

    private static final Pattern LANG = Pattern.compile("(?:^|&)lang=(en|zh)(?:-[A-Za-z]+)?(?:&|$)");

    @Bean
    LocaleResolver localeResolver() {
        return new Told(new Remembered(false));
    }

    /** Programs say what they read with every request; people once, by a link. */
    private record Told(Remembered people) implements LocaleContextResolver {

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            return program(request) ? () -> resolveLocale(request) : people.resolveLocaleContext(request);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return program(request) ? asked(request) : people.resolveLocale(request);
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            people.setLocale(request, response, locale);
        }

        @Override
        public void setLocaleContext(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
            people.setLocaleContext(request, response, context);
        }

        /** Also while the container asks for the error page of such a request. */
        private static boolean program(HttpServletRequest request) {
            String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                    ? asked
                    : request.getRequestURI();
            return path != null && (path + "/").startsWith(request.getContextPath() + "/api/");
        }

        /**
         * By {@code ?lang=}, else by what was chosen on the site, else by Accept-Language: whichever of the two languages stands first
         * there. Chinese for who says nothing.
         */
        private Locale asked(HttpServletRequest request) {
            Locale said = parameter(request);
            if (said != null) {
                return said;
            }
            if (request.getCookies() != null
                    && Stream.of(request.getCookies()).anyMatch(c -> c.getName().equals("lang"))) {
                return people.resolveLocale(request);
            }
            return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                    ? Locale.SIMPLIFIED_CHINESE
                    : Collections.list(request.getLocales()).stream()
                            .map(Locale::getLanguage)
                            .filter(l -> l.equals("en") || l.equals("zh"))
                            .findFirst()
                            .filter(l -> l.equals("en"))
                            .map(l -> Locale.ENGLISH)
                            .orElse(Locale.SIMPLIFIED_CHINESE);
        }

        /** A request whose parameters cannot be read says nothing of its language either. */
        private static @Nullable Locale parameter(HttpServletRequest request) {
            String query = request.getQueryString();
            Matcher lang = LANG.matcher(query == null ? "" : query);
            return !lang.find() ? null : lang.group(1).equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** Not by what the browser prefers: officials' browsers are often set to English without their doing. */
    private static final class Remembered extends CookieLocaleResolver {

        private final boolean secure;

        Remembered(boolean secure) {
            super("lang");
            this.secure = secure;
            setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            setCookieMaxAge(Duration.ofDays(365));
            setCookieHttpOnly(true);
            setCookieSecure(secure);
            setCookieSameSite("Lax");
            setRejectInvalidCookies(false);
        }

        /** The cookie does not leave a connection that is encrypted. */
        @Override
        public void setLocaleContext(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
            if (request.isSecure() && !secure) {
                new Remembered(true).setLocaleContext(request, response, context);
            } else {
                super.setLocaleContext(request, response, context);
            }
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
