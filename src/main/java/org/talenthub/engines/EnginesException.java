package org.talenthub.engines;

import java.io.Serial;
import org.springframework.boot.ExitCodeGenerator;

/** An embedded engine can't run. The message and the action are for the person at the console, in Chinese and English. */
public final class EnginesException extends RuntimeException implements ExitCodeGenerator {

    /** The exit code of a hub that was refused or whose engines failed: 75, "temporary failure" of sysexits.h. */
    public static final int EXIT_CODE = 75;

    @Serial
    private static final long serialVersionUID = 1L;

    private final String action;

    EnginesException(String message, String action) {
        super(message);
        this.action = action;
    }

    EnginesException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What to do about it. */
    String action() {
        return action;
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
