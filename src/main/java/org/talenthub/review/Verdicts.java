package org.talenthub.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.duplicates.Suspects;
import org.talenthub.records.duplicates.Suspects.State;
import org.talenthub.security.Viewer;

/** Decides several pairs in one go, each by itself: what cannot be decided any more stops none of the others. */
@Component
class Verdicts {

    private final Suspects suspects;

    Verdicts(Suspects suspects) {
        this.suspects = suspects;
    }

    /** A pair that stayed as it was, and why. */
    record Refused(String id, String code, String detail) {}

    record Outcome(List<String> decided, List<Refused> refused) {}

    Outcome decide(List<String> ids, State verdict, @Nullable String note, Viewer viewer) {
        if (ids.isEmpty() || ids.size() > Suspects.AT_ONCE) {
            throw Problem.badRequest("suspect.ids", Sentence.of("refused.suspect.ids", Suspects.AT_ONCE));
        }
        List<String> decided = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (String id : ids) {
            try {
                suspects.decide(Ids.parse(id).orElseThrow(Problem::notFound), verdict, note, viewer);
                decided.add(id);
            } catch (Problem p) {
                if (p.status() == 403) {
                    throw p;
                }
                refused.add(new Refused(id, p.code(), p.detail(LocaleContextHolder.getLocale())));
            }
        }
        return new Outcome(decided, refused);
    }

    /**
     * The pairs of a reason that wait, when they are as many as somebody has looked at.
     *
     * @param expected how many; at most as many as one call decides
     * @throws Problem 400 when no number is given, 409 when it is another one
     */
    List<String> waitingOf(Reason reason, boolean only, @Nullable Integer expected, Viewer viewer) {
        List<String> ids =
                suspects.waitingOf(reason, only, viewer).stream().map(Ids::text).toList();
        if (expected == null) {
            throw Problem.badRequest("suspect.count", Sentence.of("refused.suspect.count", ids.size()));
        }
        if (expected != ids.size()) {
            throw Problem.conflict(
                    "suspect.count", Sentence.of("refused.suspect.count.waitingOf", ids.size(), expected));
        }
        return ids;
    }

    static State state(@Nullable String text, State otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("suspect.state", Sentence.of("refused.suspect.state.state"));
        }
    }

    static @Nullable Reason reason(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Reason.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("suspect.reason", Sentence.of("refused.suspect.reason"));
        }
    }
}
