package org.talenthub.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.talenthub.common.Ids;
import org.talenthub.common.NotNow;

/**
 * Tells a failure: to API callers as {@code application/problem+json} (RFC 9457) with {@code code}, {@code errors} and, when it
 * is in the log, {@code reference}; to people as the page {@code error} with {@code status, title, detail, code, reference}.
 */
@Component
class ErrorAnswers {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    private final MessageSource texts;
    private final LocaleResolver locales;

    ErrorAnswers(MessageSource texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    /** A {@link ResponseEntity} for the API, a {@link ModelAndView} for the site. */
    Object of(Failure failure, HttpServletRequest request, @Nullable Throwable cause) {
        Failure told = failure.status() >= 500 ? logged(failure, request, cause) : failure;
        Locale locale = locales.resolveLocale(request);
        String title = text("status." + told.status(), "", locale);
        String detail = told.early() == null
                ? text("problem." + told.code(), told.detail(), locale)
                : early(told.early(), locale);
        return (path(request) + "/").startsWith(request.getContextPath() + "/api/")
                ? problem(told, title, detail)
                : page(told, title, detail, request);
    }

    private static ResponseEntity<ProblemDetail> problem(Failure f, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatus(f.status());
        body.setTitle(title);
        body.setDetail(detail);
        body.setProperty("code", f.code());
        body.setProperty("errors", f.errors());
        if (f.early() != null) {
            body.setProperty(
                    "allowed",
                    f.early().allowed().stream().map(a -> a.toLowerCase(Locale.ROOT)).toList());
        }
        if (f.reference() != null) {
            body.setProperty("reference", f.reference());
        }
        return ResponseEntity.status(f.status())
                .headers(f.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ModelAndView page(Failure f, String title, String detail, HttpServletRequest request) {
        // The address of the error page is ours, not the caller's, so the headers are set where it is rendered.
        Map<String, Object> model = new HashMap<>();
        model.put("status", f.status());
        model.put("title", title);
        model.put("detail", detail);
        model.put("code", f.code());
        model.put("errors", f.errors());
        model.put("reference", f.reference());
        request.setAttribute(Failure.class.getName(), f);
        return new ModelAndView("error", model, HttpStatusCode.valueOf(f.status()));
    }

    private static Failure logged(Failure f, HttpServletRequest request, @Nullable Throwable cause) {
        String reference = Ids.text(Ids.next());
        // The pattern, not the address: addresses may hold what people typed.
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (f.status() == 503 || f.status() == 507) {
            log.warn("{} {} {}: unavailable: {}", reference, request.getMethod(), pattern, String.valueOf(cause));
        } else {
            log.error("{} {} {}: failed", reference, request.getMethod(), pattern, cause);
        }
        return f.referring(reference);
    }

    /** What it is now, what therefore cannot be done, and what can. */
    private String early(NotNow early, Locale locale) {
        String instead = early.allowed().stream()
                .map(a -> act(early.thing(), a, locale))
                .collect(Collectors.joining(text("list.separator", "、", locale)));
        return String.valueOf(texts.getMessage(
                instead.isEmpty() ? "problem.notnow" : "problem.notnow.instead",
                new Object[] {
                    text(early.thing() + "." + early.state(), early.state(), locale),
                    act(early.thing(), early.action(), locale),
                    instead
                },
                early.detail(),
                locale));
    }

    private String act(String thing, String action, Locale locale) {
        return text(thing + ".act." + action, action, locale);
    }

    /** The address the caller asked for, also while the container asks for the error page. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private String text(String key, String otherwise, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, otherwise, locale));
    }
}
