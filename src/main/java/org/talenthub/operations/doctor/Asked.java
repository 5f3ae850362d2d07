package org.talenthub.operations.doctor;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code java -jar talent-hub.jar doctor}: the settings as a hub that starts would read them, and nothing started. */
public final class Asked {

    private Asked() {}

    /** An application of nothing, for its environment. */
    static class Nothing {}

    /** @return what {@link Examination#print} says */
    public static int run(String... arguments) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("hub.command", Examination.COMMAND));
        // the engines are asked, not started
        application.setAddCommandLineProperties(true);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return Examination.print(context.getEnvironment());
        }
    }
}
