package org.talenthub.security.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/** Sessions in the database: whoever is signed in is known to every hub on it, and stays signed in when one restarts. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Two requests of one browser may put the same thing into a session at the same moment. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnMySql() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** As the settings of the server's cookie say. */
    @Bean
    CookieHttpSessionIdResolver sessionCookies(ObjectProvider<CookieSerializer> cookie) {
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookie.ifAvailable(cookies::setCookieSerializer);
        return cookies;
    }

    @Bean
    @Primary
    HttpSessionIdResolver sessionIdsOfBrowsers(CookieHttpSessionIdResolver cookies) {
        return new SessionIds(cookies);
    }

    /** More than can be guessed: a UUID has 122 bits of chance in it. */
    @Bean
    SessionIdGenerator sessionIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    @Bean
    GenericConversionService springSessionConversionService() {
        GenericConversionService kept = new GenericConversionService();
        kept.addConverter(Object.class, byte[].class, new SerializingConverter());
        kept.addConverter(byte[].class, Object.class, new Reading());
        return kept;
    }

    /**
     * Reads what a session holds. What another version of the hub wrote and this one cannot read is not there: its owner signs in again,
     * instead of being told of an error until the session ends.
     */
    private static final class Reading implements Converter<byte[], @Nullable Object> {

        private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

        /** Nothing else is ever put into a session. */
        private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
                "maxdepth=30;maxrefs=100000;maxbytes=2000000;org.talenthub.**;org.springframework.**;jakarta.servlet.http.*;java.base/*;!*");

        @Override
        public @Nullable Object convert(byte[] bytes) {
            try (ObjectInputStream in = new Input(new ByteArrayInputStream(bytes))) {
                in.setObjectInputFilter(OURS);
                return in.readObject();
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                log.debug("something in a session cannot be read, it is left out", e);
                return null;
            }
        }
    }

    /** Finds classes where the hub's are, also when the hub runs from one jar. */
    private static final class Input extends ObjectInputStream {

        Input(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, SessionConfiguration.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(described);
            }
        }
    }
}
