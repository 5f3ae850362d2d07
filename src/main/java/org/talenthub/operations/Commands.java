package org.talenthub.operations;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.talenthub.operations.backup.BackupCommand;
import org.talenthub.operations.backup.RestoreCommand;
import org.talenthub.operations.doctor.Asked;

/** What the jar does instead of serving when its first word says so. */
public final class Commands {

    private Commands() {}

    /**
     * @param hub the application that is restored into
     * @return the exit code; empty when the hub is to be started
     */
    public static OptionalInt run(Class<?> hub, String... arguments) {
        List<String> words =
                Arrays.stream(arguments).filter(a -> !a.startsWith("--")).toList();
        String[] options =
                Arrays.stream(arguments).filter(a -> a.startsWith("--")).toArray(String[]::new);
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "doctor" -> OptionalInt.of(Asked.run(options));
            case "backup" -> OptionalInt.of(BackupCommand.run(words, options));
            case "restore" -> OptionalInt.of(RestoreCommand.run(hub, words, options));
            default -> OptionalInt.empty();
        };
    }
}
