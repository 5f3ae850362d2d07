package org.talenthub.common;

import java.util.List;

/**
 * A refusal that the caller can do something about. Becomes RFC 9457 {@code application/problem+json} on the API and a plain
 * page on the site; never a stack trace.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Issue> errors;

    /**
     * @param status the HTTP status, 400 to 503
     * @param code stable machine name, lower-case words joined by dots: {@code file.password}
     * @param detail Chinese, says what to do next
     */
    public Problem(int status, String code, String detail, List<Issue> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    public static Problem notFound() {
        return new Problem(404, "not.found", "没有找到，或者您无权查看。可返回上一页，或用检索框查找。");
    }

    public static Problem badRequest(String code, String detail) {
        return new Problem(400, code, detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", detail);
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, detail);
    }

    /** The file is understood to be of an accepted kind but cannot be used. */
    public static Problem unusable(String code, String detail) {
        return new Problem(422, code, detail);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Issue> errors() {
        return errors;
    }
}
