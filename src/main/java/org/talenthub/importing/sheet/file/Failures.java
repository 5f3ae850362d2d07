package org.talenthub.importing.sheet.file;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.talenthub.common.Problem;

/** What a library throws at bad content, said as a refusal. */
public final class Failures {

    private Failures() {}

    /**
     * @throws UncheckedIOException when the file is gone or closed to us, which is no fault of its content
     * @throws Patience.Stopped when the reading was ended from outside
     */
    public static Problem refusal(Throwable failure) {
        if (failure instanceof FileSystemException e) {
            throw new UncheckedIOException(e);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof Patience.Stopped stopped) {
                throw stopped;
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("limit (") && message.contains("exceeded")) {
                return Refusal.bomb();
            }
            if (message.contains("DOCTYPE")) {
                return Refusal.unsafe();
            }
        }
        Problem broken = Refusal.brokenWorkbook();
        broken.initCause(failure);
        return broken;
    }
}
