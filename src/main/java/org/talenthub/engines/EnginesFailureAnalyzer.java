package org.talenthub.engines;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an {@link EnginesException} as a plain message instead of a stack trace. */
final class EnginesFailureAnalyzer extends AbstractFailureAnalyzer<EnginesException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EnginesException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
