package org.talenthub.indexing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.talenthub.indexing.indices.AnalysisMissing;

/** Shows an {@link AnalysisMissing} as a plain message instead of a stack trace. */
final class AnalysisFailureAnalyzer extends AbstractFailureAnalyzer<AnalysisMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AnalysisMissing cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), AnalysisMissing.action(), cause);
    }
}
