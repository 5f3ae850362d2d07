package org.talenthub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub: the site, the API, the batch jobs and, where none are configured, its two engines. */
@SpringBootApplication
public class TalentHub {

    public static void main(String[] args) {
        SpringApplication.run(TalentHub.class, args);
    }
}
