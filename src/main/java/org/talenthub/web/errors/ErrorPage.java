package org.talenthub.web.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside of the controllers: in a filter, or refused by the security chains. */
@Controller
class ErrorPage implements ErrorController {

    private final ErrorAnswers answers;

    ErrorPage(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Object thrown = Thrown.of(request);
        if (thrown == null) {
            thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Failure failure = thrown instanceof Exception e
                ? Failures.of(e)
                // Somebody who typed the address of the error page gets the one for what does not exist.
                : Failures.ofStatus(status instanceof Integer s ? s : 404);
        failure.headers().forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        return answers.of(failure, request, thrown instanceof Throwable t ? t : null);
    }
}
