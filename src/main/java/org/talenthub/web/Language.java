package org.talenthub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless somebody chose otherwise by {@code ?lang=en}; remembered in the cookie {@code lang} for a year. */
@Configuration(proxyBeanMethods = false)
class Language implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        return new Remembered(false);
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
