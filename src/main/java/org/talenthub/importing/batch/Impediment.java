package org.talenthub.importing.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchView.ProblemView;

/**
 * Why a batch cannot go on, as it is kept with the batch: in no language yet.
 *
 * @param reference where to find it in the log, null when the file itself is to blame
 * @param choices sheets to choose from, when that is the question
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Impediment(
        int status,
        String code,
        @Nullable Sentence detail,
        @Nullable String reference,
        @Nullable List<String> choices) {

    public static Impediment of(Problem problem, List<String> choices) {
        return new Impediment(problem.status(), problem.code(), problem.said(), null, choices);
    }

    /** The words for it are chosen when it is shown. */
    public static Impediment passing(String code, String reference) {
        return new Impediment(503, code, null, reference, null);
    }

    public ProblemView in(Locale locale) {
        return new ProblemView(status, code, detail == null ? "" : detail.in(locale), reference, choices);
    }
}
