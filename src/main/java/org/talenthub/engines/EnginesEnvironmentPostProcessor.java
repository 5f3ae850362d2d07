package org.talenthub.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the engines that the configuration doesn't name, and puts where they are into the environment before anything
 * reads it. The database is waited for, the search engine starts beside the application context.
 */
final class EnginesEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private final ConfigurableBootstrapContext bootstrap;

    EnginesEnvironmentPostProcessor(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** After everything that reads configuration, files above all. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String command = environment.getProperty("hub.command", "");
        if (command.equals("doctor")) {
            return; // looks, and starts nothing
        }
        if (command.equals("backup")) {
            Map<String, Object> running = Attached.to(environment);
            if (!running.isEmpty()) {
                tell(environment, running);
                return;
            }
        }
        EngineSettings settings = EngineSettings.from(environment);
        if (!settings.database() && !settings.search()) {
            tell(environment, Engines.none());
            return;
        }
        Engines engines = Engines.start(settings);
        engines.awaitDatabase();
        try {
            tell(environment, engines.properties());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bootstrap.addCloseListener(
                event -> event.getApplicationContext().getBeanFactory().registerSingleton("engines", engines));
    }

    private static void tell(ConfigurableEnvironment environment, Map<String, Object> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource("engines", properties));
    }
}
