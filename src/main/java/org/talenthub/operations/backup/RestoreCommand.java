package org.talenthub.operations.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.talenthub.common.WrongSetting;

/**
 * {@code java -jar talent-hub.jar restore <file>}: into the empty database of the settings, or into an empty home that holds the
 * {@code secret.key} of the backup. Ends when the indices are built and agree with the database.
 */
public final class RestoreCommand {

    /** What is restored, for the beans that do it. */
    static final String FILE = "hub.restore.file";

    private static final int DEEPEST = 20;

    private RestoreCommand() {}

    /**
     * @param hub the application
     * @return 0 when everything is there and the indices agree, 1 when they do not yet, 78 for what cannot be restored
     */
    public static int run(Class<?> hub, List<String> words, String... options) {
        if (words.size() < 2) {
            System.err.println("[hub] 用法 · usage: java -jar talent-hub.jar restore <file>");
            return 64;
        }
        Path file = Path.of(words.get(1)).toAbsolutePath();
        Map<String, Object> settings = new HashMap<>();
        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
            settings.put("hub.demo", backup.manifest().demo());
        } catch (WrongSetting wrong) {
            wrong.faults().forEach(f -> System.err.println("[hub] " + f.chinese() + " · " + f.english()));
            return wrong.getExitCode();
        } catch (IOException e) {
            System.err.println("[hub] " + file + ": " + e.getMessage());
            return 1;
        }
        settings.put("hub.command", "restore");
        settings.put(FILE, file.toString());
        // nobody is to find it before it is whole
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        SpringApplication application = new SpringApplication(hub);
        application.setDefaultProperties(settings);
        ConfigurableApplicationContext context;
        try {
            context = application.run(options);
        } catch (RuntimeException told) {
            // what it is stands on the console already
            return exitCode(told);
        }
        boolean agrees = context.getBean(RestoreEnd.class).agrees();
        return SpringApplication.exit(context, () -> agrees ? 0 : 1);
    }

    private static int exitCode(Throwable failure) {
        Throwable t = failure;
        for (int depth = 0; t != null && depth < DEEPEST; depth++, t = t.getCause()) {
            if (t instanceof ExitCodeGenerator known) {
                return known.getExitCode();
            }
        }
        return 1;
    }
}
