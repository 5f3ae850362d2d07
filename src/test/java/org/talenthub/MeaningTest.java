package org.talenthub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** A {@link HubTest} with search by meaning, on indices of its own: the one hub of the suite that loads the model. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@TestPropertySource(properties = {"hub.index.prefix=meaning-", "hub.search.meaning=true"})
@Tag("database")
public @interface MeaningTest {}
