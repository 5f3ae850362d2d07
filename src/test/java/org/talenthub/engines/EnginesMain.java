package org.talenthub.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * The smallest application that has the embedded engines, to be run in a JVM of its own and killed. The first argument
 * names a file in which it writes where the engines are, once both answer; the others are Spring Boot's.
 */
class EnginesMain {

    public static void main(String[] args) throws Exception {
        SpringApplication application = new SpringApplication(EnginesMain.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        String[] options = java.util.Arrays.copyOfRange(args, 1, args.length);
        var context = application.run(options);
        context.getBean(Engines.class).awaitSearch();
        Properties found = new Properties();
        for (Map.Entry<String, Object> property :
                context.getBean(Engines.class).properties().entrySet()) {
            found.setProperty(property.getKey(), property.getValue().toString());
        }
        found.setProperty("hub.home.new", context.getEnvironment().getProperty("hub.home.new", ""));
        Path draft = Path.of(args[0] + ".new");
        try (var out = Files.newBufferedWriter(draft)) {
            found.store(out, null);
        }
        Files.move(draft, Path.of(args[0]));
        new CountDownLatch(1).await();
    }
}
