package org.talenthub.matching.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Paging;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Viewer;
import org.talenthub.web.HomeLead;
import org.talenthub.web.ShellSection;
import org.talenthub.web.Texts;

/** What newly fits: a section with its badge, what the first page leads with, and what the letter of the day reminds of. */
@Component
class MatchesSection implements ShellSection, HomeLead, Reminders {

    private static final int SHOWN = 5;

    private final PairBook book;
    private final Contacting contacting;
    private final PlacementLists placements;
    private final Rights rights;
    private final Texts texts;

    MatchesSection(PairBook book, Contacting contacting, PlacementLists placements, Rights rights, Texts texts) {
        this.placements = placements;
        this.book = book;
        this.contacting = contacting;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public String key() {
        return "matches";
    }

    @Override
    public String href() {
        return "/matches";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return rights.may(Act.READ, Thing.MATCH, viewer);
    }

    @Override
    public int waiting(Viewer viewer) {
        return book.waiting(viewer) + contacting.waiting(viewer).size();
    }

    @Override
    public Optional<Lead> of(Viewer viewer) {
        if (!shownTo(viewer)) {
            return Optional.empty();
        }
        PairBook.Lines lines = book.list(
                new PairBook.Asked(null, null, EnumSet.of(PairState.NEW), true), new Paging(0, SHOWN), viewer);
        if (lines.total() == 0) {
            return Optional.empty();
        }
        List<Line> shown = lines.lines().stream()
                .map(l -> new Line(
                        l.person().name() + " — " + Rows.title(l.demand()),
                        "/matches/" + l.demand().id() + "/" + l.person().id(),
                        texts.text("match.band." + l.pair().band()) + " "
                                + Texts.tenths(l.pair().score())))
                .toList();
        return Optional.of(new Lead(
                texts.text("match.inbox.new", Texts.number(lines.people()), Texts.number(lines.demands())),
                "/matches",
                texts.text("match.inbox.all"),
                shown));
    }

    /** Requests that were not answered in five working days, and placements of which nothing was said for thirty days. */
    @Override
    public List<Reminder> on(LocalDate day, Viewer viewer) {
        if (!shownTo(viewer)) {
            return List.of();
        }
        List<Reminder> all = new ArrayList<>();
        long unanswered = contacting.waiting(viewer).stream()
                .filter(r -> r.remindedAt() != null)
                .count();
        if (unanswered > 0) {
            all.add(new Reminder(texts.text("match.remind.unanswered", Texts.number(unanswered)), "/matches"));
        }
        long stale = placements
                .list(PlacementLists.Asked.allStale(), new Paging(0, 1), viewer)
                .total();
        if (stale > 0) {
            all.add(new Reminder(texts.text("match.remind.stale", Texts.number(stale)), "/placements?stale=true"));
        }
        return all;
    }
}
