package org.talenthub.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every exception of every controller, and those from before a controller was found. */
@ControllerAdvice
class ErrorAdvice {

    private final ErrorAnswers answers;

    ErrorAdvice(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object failed(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (callerLeft(e)) {
            return null;
        }
        if (response.isCommitted()) {
            // Part of the answer is out: only breaking the connection still says that it is not whole.
            throw e;
        }
        Failure failure = Failures.of(e);
        failure.headers().forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        return answers.of(failure, request, e);
    }

    private static boolean callerLeft(Exception e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof AsyncRequestNotUsableException
                    || t.getClass().getSimpleName().equals("ClientAbortException")) {
                return true;
            }
        }
        return false;
    }
}
