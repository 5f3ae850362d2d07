package org.talenthub.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.talenthub.HubTest;

/** A {@link HubTest} of reports and records, which nobody indexes meanwhile; with {@link TestReports} to bring some in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@ExtendWith(NoRelay.class)
@Tag("database")
public @interface RecordsTest {}
