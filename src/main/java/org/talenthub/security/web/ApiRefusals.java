package org.talenthub.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.matrix.AccessDecision;
import org.talenthub.security.throttle.LoginThrottle;

/** Tells the API's callers why not, in the same {@code application/problem+json} as every other error. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver errors;

    ApiRefusals(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        if (e instanceof LoginThrottle.TooManyFailures tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            refuse(request, response, tooMany.problem());
        } else if (e instanceof AuthenticationServiceException && e.getCause() instanceof Exception cause) {
            errors.resolveException(request, response, null, cause);
        } else if (AccessDecision.statusOf(e) != 403) {
            refuse(request, response, problem(AccessDecision.statusOf(e)));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"talent-hub\", charset=\"UTF-8\"");
            refuse(request, response, new Problem(401, "unauthorized", Sentence.of("refused.unauthorized")));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
        refuse(request, response, problem(AccessDecision.statusOf(e)));
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        ModelAndView told = errors.resolveException(request, response, null, problem);
        if (told == null || !told.isEmpty()) {
            // Not told, or by a page that nobody here renders: a refusal must not look like success.
            response.setStatus(problem.status());
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.notFound();
            case 405 -> new Problem(405, "method.unsupported", Sentence.of("refused.method.unsupported"));
            default -> Problem.forbidden(Sentence.of("refused.forbidden.problem"));
        };
    }
}
