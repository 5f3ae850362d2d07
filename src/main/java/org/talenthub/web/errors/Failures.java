package org.talenthub.web.errors;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.Causes;

/** What each exception means to the caller. Whatever is not named here is our own fault. */
final class Failures {

    private static final String RETRY_SECONDS = "10";

    /** Those of which only the kind matters; the first that fits. */
    private record Plain(Class<? extends Exception> kind, int status, String code) {}

    private static final List<Plain> PLAIN = List.of(
            new Plain(HttpMessageNotReadableException.class, 400, "body.unreadable"),
            new Plain(HttpMediaTypeNotSupportedException.class, 415, "body.kind"),
            new Plain(HttpMediaTypeNotAcceptableException.class, 406, "accept.unsupported"),
            new Plain(NoResourceFoundException.class, 404, "not.found"),
            new Plain(NoHandlerFoundException.class, 404, "not.found"),
            new Plain(OpenApiResourceNotFoundException.class, 404, "not.found"),
            new Plain(AccessDeniedException.class, 403, "forbidden"),
            // two wrote the same at the same moment
            new Plain(OptimisticLockingFailureException.class, 409, "meanwhile"),
            new Plain(AsyncRequestTimeoutException.class, 503, "busy"));

    private Failures() {}

    /** The meaning; a failure of status 500 is a bug. */
    static Failure of(Exception e) {
        if (Causes.storageFull(e)) {
            return Failure.of(507, "storage.full");
        }
        Failure form = Forms.failure(e);
        if (form != null) {
            return form;
        }
        return PLAIN.stream()
                .filter(p -> p.kind().isInstance(e))
                .findFirst()
                .map(p -> Failure.of(p.status(), p.code()))
                .map(f -> f.status() == 503 ? away(f) : f)
                .orElseGet(() -> telling(e));
    }

    private static Failure telling(Exception e) {
        return switch (e) {
            case Problem p -> p.status() == 503 ? away(Failure.of(p)) : Failure.of(p);
            case MissingServletRequestPartException p -> missing(p.getRequestPartName());
            case MissingServletRequestParameterException p -> missing(p.getParameterName());
            case MethodArgumentTypeMismatchException m ->
                // An id that cannot be one names nothing.
                m.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Failure.of(404, "not.found")
                        : wrongValue(m.getName(), m.getValue());
            case TypeMismatchException m -> wrongValue(String.valueOf(m.getPropertyName()), m.getValue());
            case MethodArgumentNotValidException m -> wrongFields(m.getBindingResult());
            case BindException b -> wrongFields(b.getBindingResult());
            case HandlerMethodValidationException h -> wrongParameters(h);
            case ConstraintViolationException c ->
                Failure.of(400, "request.invalid")
                        .with(c.getConstraintViolations().stream()
                                .map(v -> Issue.error(
                                        String.valueOf(v.getPropertyPath()),
                                        "value.invalid",
                                        Sentence.plain(v.getMessage()),
                                        null))
                                .toList());
            case HttpRequestMethodNotSupportedException m -> wrongMethod(m.getSupportedHttpMethods());
            case ErrorResponse r -> ofStatus(r.getStatusCode().value());
            default -> Causes.engineAway(e) ? away(Failure.of(503, "engine.away")) : Failure.of(500, "internal");
        };
    }

    /** When only a status is known: refusals of the container or of the security filters. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 401 -> Failure.of(401, "unauthorized");
            case 403 -> Failure.of(403, "forbidden");
            case 404 -> Failure.of(404, "not.found");
            case 405, 501 -> Failure.of(405, "method.unsupported");
            case 406 -> Failure.of(406, "accept.unsupported");
            case 413 -> Failure.of(413, "body.toolarge");
            case 415 -> Failure.of(415, "body.kind");
            case 429 -> Failure.of(429, "toomany");
            case 503 -> away(Failure.of(503, "engine.away"));
            case 507 -> Failure.of(507, "storage.full");
            default ->
                status >= 400 && status < 500 ? Failure.of(status, "request.invalid") : Failure.of(500, "internal");
        };
    }

    private static Failure away(Failure f) {
        return f.with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    private static Failure missing(String name) {
        return Failure.of(400, "parameter.missing")
                .with(Issue.error(name, "value.missing", Sentence.of("check.value.missing", name), null));
    }

    private static Failure wrongValue(String name, @Nullable Object value) {
        // The value is what the caller sent in a parameter; it goes back to the caller only.
        return Failure.of(400, "parameter.invalid")
                .with(Issue.error(
                        name,
                        "value.invalid",
                        Sentence.of("check.value.invalid", name),
                        value == null ? null : String.valueOf(value)));
    }

    private static Failure wrongFields(BindingResult result) {
        return Failure.of(400, "request.invalid")
                .with(result.getAllErrors().stream()
                        .map(e -> Issue.error(
                                e instanceof FieldError f ? f.getField() : "",
                                "value.invalid",
                                // Spring's text for a failed conversion names Java classes.
                                e instanceof FieldError f && f.isBindingFailure()
                                        ? Sentence.of("check.value.invalid", f.getField())
                                        : Sentence.plain(String.valueOf(e.getDefaultMessage())),
                                null))
                        .toList());
    }

    private static Failure wrongParameters(HandlerMethodValidationException h) {
        return Failure.of(400, "request.invalid")
                .with(h.getParameterValidationResults().stream()
                        .flatMap(r -> r.getResolvableErrors().stream()
                                .map(e -> Issue.error(
                                        String.valueOf(r.getMethodParameter().getParameterName()),
                                        "value.invalid",
                                        Sentence.plain(String.valueOf(e.getDefaultMessage())),
                                        null)))
                        .toList());
    }

    private static Failure wrongMethod(@Nullable Set<HttpMethod> supported) {
        Failure f = Failure.of(405, "method.unsupported");
        return supported == null
                ? f
                : f.with(
                        HttpHeaders.ALLOW,
                        String.join(
                                ", ",
                                supported.stream()
                                        .map(HttpMethod::name)
                                        .sorted()
                                        .toList()));
    }
}
