package org.talenthub.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.talenthub.HubTest;

/** A {@link HubTest} of reports and records, which nobody indexes; with {@link TestReports} to bring some in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@TestPropertySource(properties = "hub.relay.enabled=false")
@Import(TestReports.class)
@Tag("database")
public @interface RecordsTest {}
