package org.talenthub;

import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.micrometer.metrics.autoconfigure.startup.StartupTimeMetricsListenerAutoConfiguration;
import org.talenthub.operations.Commands;

/** Starts the hub: the site, the API, the batch jobs and, where none are configured, its two engines. Or does what its first word says. */
@SpringBootApplication(
        // its listener is made when a start fails, when nothing can be made any more, and complains
        exclude = StartupTimeMetricsListenerAutoConfiguration.class)
public class TalentHub {

    public static void main(String[] args) {
        OptionalInt done = Commands.run(TalentHub.class, args);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        SpringApplication.run(TalentHub.class, args);
    }
}
