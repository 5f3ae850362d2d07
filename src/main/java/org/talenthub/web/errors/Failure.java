package org.talenthub.web.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.talenthub.common.Issue;
import org.talenthub.common.NotNow;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/**
 * What went wrong, as it is told: the same for the API and for a page.
 *
 * @param detail what it says; a text under {@code problem.<code>} in the bundles takes its place
 * @param early an action that has to wait for another state; told in the bundles' words
 * @param reference where to find it in the log, null when it isn't there
 */
record Failure(
        int status,
        String code,
        Sentence detail,
        List<Issue> errors,
        @Nullable NotNow early,
        @Nullable String reference,
        HttpHeaders headers) {

    static Failure of(int status, String code) {
        return new Failure(status, code, Sentence.plain(""), List.of(), null, null, new HttpHeaders());
    }

    static Failure of(Problem p) {
        return new Failure(
                p.status(), p.code(), p.said(), p.errors(), p instanceof NotNow n ? n : null, null, new HttpHeaders());
    }

    Failure with(List<Issue> these) {
        return new Failure(status, code, detail, these, early, reference, headers);
    }

    Failure with(Issue one) {
        return with(List.of(one));
    }

    Failure with(String header, String value) {
        HttpHeaders more = new HttpHeaders(headers);
        more.set(header, value);
        return new Failure(status, code, detail, errors, early, reference, more);
    }

    Failure referring(String to) {
        return new Failure(status, code, detail, errors, early, to, headers);
    }
}
