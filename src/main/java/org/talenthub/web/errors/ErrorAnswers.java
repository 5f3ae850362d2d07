package org.talenthub.web.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.NotNow;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a failure: to API callers as {@code application/problem+json} (RFC 9457) with {@code code}, {@code errors} and, when it
 * is in the log, {@code reference}; to people as the page {@code error} with {@code status, title, detail, code, reference}.
 */
@Component
public class ErrorAnswers {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    private final MessageSource texts;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final ISpringTemplateEngine templates;

    ErrorAnswers(MessageSource texts, LocaleResolver locales, JsonMapper json, ISpringTemplateEngine templates) {
        this.texts = texts;
        this.locales = locales;
        this.json = json;
        this.templates = templates;
    }

    /** A {@link ResponseEntity} for the API, a {@link ModelAndView} for the site. */
    Object of(Failure failure, HttpServletRequest request, @Nullable Throwable cause) {
        Told told = told(failure, request, cause);
        String path = path(request);
        return api(request, path) ? problem(told, path) : page(told, request);
    }

    /** An answer where no controller and no layout can be had: as it stands on the wire. */
    record Plain(String contentType, String body) {}

    /** @param path the address asked for */
    Plain plain(Failure failure, String path, HttpServletRequest request, @Nullable Throwable cause) {
        Told told = told(failure, request, cause);
        return api(request, path)
                ? new Plain(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        json.writeValueAsString(problem(told, path).getBody()))
                : new Plain(
                        "text/html;charset=UTF-8",
                        templates.process("refused", new Context(told.locale(), model(told))));
    }

    private Told told(Failure failure, HttpServletRequest request, @Nullable Throwable cause) {
        // that search is away is told once, by who found it out
        Failure f = failure.status() >= 500 && !failure.code().equals("search.away")
                ? logged(failure, request, cause)
                : failure;
        Locale locale = locales.resolveLocale(request);
        String detail = f.early() == null
                ? text("problem." + f.code(), f.detail().in(locale), locale)
                : early(f.early(), locale);
        return new Told(f, text("status." + f.status(), "", locale), detail, locale);
    }

    /** A failure in the words of a language. */
    private record Told(Failure failure, String title, String detail, Locale locale) {

        List<Fault> errors() {
            return failure.errors().stream()
                    .map(i -> new Fault(i.column(), i.code(), i.level(), i.message(locale), i.value()))
                    .toList();
        }
    }

    /** What is wrong with one field, as it is told. */
    public record Fault(
            String column,
            String code,
            Issue.Level level,
            String message,
            @Nullable String value) {}

    private static boolean api(HttpServletRequest request, String path) {
        return (path + "/").startsWith(request.getContextPath() + "/api/");
    }

    private static ResponseEntity<ProblemDetail> problem(Told told, String path) {
        Failure f = told.failure();
        ProblemDetail body = ProblemDetail.forStatus(f.status());
        body.setTitle(told.title());
        body.setDetail(told.detail());
        body.setInstance(
                UriComponentsBuilder.newInstance().path(path).encode().build().toUri());
        body.setProperty("code", f.code());
        body.setProperty("errors", told.errors());
        if (f.early() != null) {
            body.setProperty(
                    "allowed",
                    f.early().allowed().stream()
                            .map(a -> a.toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (f.reference() != null) {
            body.setProperty("reference", f.reference());
        }
        return ResponseEntity.status(f.status())
                .headers(f.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ModelAndView page(Told told, HttpServletRequest request) {
        // The address of the error page is ours, not the caller's, so the headers are set where it is rendered.
        request.setAttribute(Failure.class.getName(), told.failure());
        return new ModelAndView(
                "error", model(told), HttpStatusCode.valueOf(told.failure().status()));
    }

    private static Map<String, Object> model(Told told) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", told.failure().status());
        model.put("title", told.title());
        model.put("detail", told.detail());
        model.put("code", told.failure().code());
        model.put("errors", told.errors());
        model.put("reference", told.failure().reference());
        return model;
    }

    private static Failure logged(Failure f, HttpServletRequest request, @Nullable Throwable cause) {
        String reference = Ids.text(Ids.next());
        // The pattern, not the address: addresses may hold what people typed.
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        MDC.put("reference", reference);
        try {
            if (f.status() == 503 || f.status() == 507) {
                log.warn("{} {} {}: unavailable: {}", reference, request.getMethod(), pattern, String.valueOf(cause));
            } else {
                log.error("{} {} {}: failed", reference, request.getMethod(), pattern, cause);
            }
        } finally {
            MDC.remove("reference");
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
                early.detail(locale),
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
