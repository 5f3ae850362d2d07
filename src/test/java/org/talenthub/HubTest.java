package org.talenthub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.talenthub.records.TestReports;

/**
 * A test of the whole hub, on an empty pool, serving a free port, on the real engines: the embedded ones, or those in containers
 * that {@code hub.test.containers} names ({@code mvn verify -Pcontainers}). Tests with the same properties share one hub; properties of
 * its own are given by {@code @TestPropertySource}. Without search by meaning, for which every hub would load a model, and without second factors, which no password alone would do for. What touches the database is also tagged {@code database}, for the run on MySQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.demo=false",
            "hub.search.meaning=false",
            "hub.accounts.second-factor=",
            "hub.three-admins=false"
        })
@AutoConfigureMockMvc
@Execution(ExecutionMode.SAME_THREAD)
@Import({ContainerEngines.class, GivenRows.class, TestReports.class})
public @interface HubTest {}
