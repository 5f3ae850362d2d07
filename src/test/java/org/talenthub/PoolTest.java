package org.talenthub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link HubTest} of what is found in a pool that the test fills itself ({@link PoolRows}): on indices of its own, which no other hub
 * of the suite writes to. All of them share one hub.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@TestPropertySource(properties = {"hub.index.prefix=pool-", "hub.export.per-hour=100000"})
@Import(CountedSql.class)
@Tag("database")
public @interface PoolTest {}
