package org.talenthub.common;

import java.util.List;
import java.util.Locale;

/**
 * A refusal that the caller can do something about. Becomes RFC 9457 {@code application/problem+json} on the API and a plain
 * page on the site; never a stack trace.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Sentence said;
    private final transient List<Issue> errors;

    /**
     * @param status the HTTP status, 400 to 503
     * @param code stable machine name, lower-case words joined by dots: {@code file.password}
     * @param said says what to do next
     */
    public Problem(int status, String code, Sentence said, List<Issue> errors) {
        super(said.toString());
        this.said = said;
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public Problem(int status, String code, Sentence said) {
        this(status, code, said, List.of());
    }

    /** @param detail in Chinese; for what comes from elsewhere and has no English */
    public Problem(int status, String code, String detail) {
        this(status, code, Sentence.plain(detail), List.of());
    }

    /** The same. */
    public Problem(int status, String code, String detail, List<Issue> errors) {
        this(status, code, Sentence.plain(detail), errors);
    }

    public static Problem notFound() {
        return new Problem(404, "not.found", Sentence.of("refused.not.found"));
    }

    public static Problem badRequest(String code, Sentence said) {
        return new Problem(400, code, said);
    }

    public static Problem forbidden(Sentence said) {
        return new Problem(403, "forbidden", said);
    }

    public static Problem conflict(String code, Sentence said) {
        return new Problem(409, code, said);
    }

    /** The file is understood to be of an accepted kind but cannot be used. */
    public static Problem unusable(String code, Sentence said) {
        return new Problem(422, code, said);
    }

    /** As the constructor. */
    public static Problem badRequest(String code, String detail) {
        return badRequest(code, Sentence.plain(detail));
    }

    public static Problem forbidden(String detail) {
        return forbidden(Sentence.plain(detail));
    }

    public static Problem conflict(String code, String detail) {
        return conflict(code, Sentence.plain(detail));
    }

    public static Problem unusable(String code, String detail) {
        return unusable(code, Sentence.plain(detail));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Sentence said() {
        return said;
    }

    /** What to do next, in the reader's language. */
    public String detail(Locale locale) {
        return said.in(locale);
    }

    /** In Chinese. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Issue> errors() {
        return errors;
    }
}
