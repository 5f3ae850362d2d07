package org.talenthub;

import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.talenthub.operations.Commands;

/** Starts the hub: the site, the API, the batch jobs and, where none are configured, its two engines. Or does what its first word says. */
@SpringBootApplication
public class TalentHub {

    public static void main(String[] args) {
        OptionalInt done = Commands.run(TalentHub.class, args);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        SpringApplication.run(TalentHub.class, args);
    }
}
