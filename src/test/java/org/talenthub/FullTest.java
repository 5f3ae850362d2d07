package org.talenthub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link HubTest} with all that can be switched on, on indices of its own: search by meaning (the one hub of the suite that loads the
 * model), sign-in by a provider of identities, second factors (for go-betweens), letters, measurements on their port, public notice. All
 * of them share one hub.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@ContextConfiguration(initializers = AroundTheHub.class)
@TestPropertySource(
        properties = {
            "hub.index.prefix=full-",
            "hub.search.meaning=true",
            "hub.accounts.second-factor=MATCHMAKER",
            "hub.lifecycle.notice-days=3",
            "hub.mail.from=hub@hub.example",
            "hub.watch.port=0"
        })
@Tag("database")
public @interface FullTest {}
