package org.talenthub.matching.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.matching.candidates.Availability;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.candidates.PartView;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.PairView;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.matching.placements.PlacementState;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * One pair: the demand left, the person right, the verdicts between, and what can be done.
 *
 * @param hrefs where the next step of a part is done, by its name
 * @param decisions what the viewer may decide, without what needs a request
 * @param asking what to know before contact is asked for
 * @param askable contact can be asked for
 * @param answers what the viewer may answer to the request that waits
 * @param contacts phone and mail while the asker may see them
 */
record PairPageView(
        String href,
        String demand,
        String demandHref,
        String demandAbout,
        String person,
        String personHref,
        String personAbout,
        String band,
        double score,
        int confidence,
        String state,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String decided,
        List<PartView> parts,
        Map<String, String> hrefs,
        List<Decision> decisions,
        List<String> reasons,
        Asking asking,
        boolean askable,
        @Nullable Request request,
        List<String> answers,
        List<String> contacts,
        @Nullable Placed placement,
        String demandId,
        String personId) {

    /**
     * @param state that it leads to
     * @param why it is told with a reason
     */
    record Decision(String state, boolean why) {}

    /**
     * Whether the person may be asked, and how often that was done.
     *
     * @param state an {@link Availability}
     * @param load how often contact was asked for of late, in words
     * @param much a warning when that is often; null when not
     * @param hint what to do before, or instead; null when there is nothing to say
     */
    record Asking(
            String state,
            String load,
            @Nullable String much,
            @Nullable String hint) {}

    record Request(
            String state,
            String purpose,
            String by,
            @Nullable String until) {}

    record Placed(String href, String state) {}

    /** Lays one pair out for a viewer. */
    @Component
    static class Maker {

        private final PairBook book;
        private final Contacting contacting;
        private final PlacementLists lists;
        private final Pages pages;
        private final LeftOut leftOut;
        private final Rows rows;
        private final Texts texts;

        Maker(
                PairBook book,
                Contacting contacting,
                PlacementLists lists,
                Pages pages,
                LeftOut leftOut,
                Rows rows,
                Texts texts) {
            this.book = book;
            this.contacting = contacting;
            this.lists = lists;
            this.pages = pages;
            this.leftOut = leftOut;
            this.rows = rows;
            this.texts = texts;
        }

        PairPageView of(PairBook.Sides sides, Viewer viewer) {
            PairView pair = book.view(sides, viewer);
            Pages.Item now = pages.pair(sides.demand(), sides.person(), viewer);
            Contacting.View asked = contacting.of(sides, viewer).orElse(null);
            boolean others = contacting.others(sides, viewer);
            LeftOut.Said says = leftOut.of(sides.person().id());
            String demand = sides.demand().view().id();
            String talent = sides.person().view().id();
            return new PairPageView(
                    Rows.pair(demand, talent),
                    Rows.title(sides.demand().view()),
                    "/demands/" + demand,
                    rows.about(sides.demand().view()),
                    sides.person().view().name(),
                    "/talents/" + talent,
                    rows.about(sides.person().view()),
                    now.score().band().name(),
                    now.score().value(),
                    (int) Math.round(now.score().confidence() * 100),
                    pair.state().name(),
                    pair.reason() == null ? null : texts.text("match.why." + pair.reason()),
                    pair.note(),
                    pair.changedBy() == null || pair.changedAt() == null
                            ? null
                            : texts.text("match.decided", pair.changedBy(), Texts.time(pair.changedAt())),
                    now.parts(),
                    rows.next(sides.demand(), sides.person(), viewer),
                    pair.allowed().stream()
                            .filter(s -> s != PairState.ASKED && s != PairState.NEW && s != pair.state())
                            .map(s -> new Decision(s.name(), PairLife.WITH_REASON.contains(s)))
                            .toList(),
                    Arrays.stream(PairReason.values()).map(Enum::name).toList(),
                    asking(sides, says, others),
                    pair.allowed().contains(PairState.ASKED)
                            && others
                            && says.state().askable()
                            && (asked == null || asked.allowed().isEmpty()),
                    asked == null ? null : request(asked),
                    asked == null ? List.of() : asked.allowed(),
                    asked == null ? List.of() : List.copyOf(asked.contact().values()),
                    placed(demand, talent, viewer),
                    demand,
                    talent);
        }

        private Asking asking(PairBook.Sides sides, LeftOut.Said says, boolean others) {
            int load = contacting.load(sides.person().id());
            return new Asking(
                    says.state().name(),
                    texts.text("match.asked", Texts.number(load)),
                    load > Contacting.MUCH ? texts.text("match.much", Texts.number(load)) : null,
                    others ? hint(sides, says) : texts.text("match.asking.own"));
        }

        private @Nullable String hint(PairBook.Sides sides, LeftOut.Said says) {
            return switch (says.state()) {
                case OPEN -> null;
                case PAUSED ->
                    says.until() == null
                            ? texts.text("match.asking.paused")
                            : texts.text("match.asking.pausedUntil", says.until());
                case CONTACT_FIRST -> texts.text("match.asking.first", reporter(sides));
                case LEFT_OUT -> texts.text("match.asking.out");
            };
        }

        /** As far as the viewer is told. */
        private String reporter(PairBook.Sides sides) {
            return sides.person().view().fields().get("carrier") instanceof Map<?, ?> m
                            && m.get("name") instanceof String name
                            && !name.isBlank()
                    ? name
                    : texts.text("match.asking.reporter");
        }

        private Request request(Contacting.View v) {
            var till = v.request().visibleTill();
            return new Request(
                    v.request().state().name(),
                    v.request().purpose(),
                    texts.text(
                            "match.decided",
                            v.request().askerName(),
                            Texts.time(v.request().askedAt())),
                    till == null ? null : texts.text("match.visible", Texts.time(till)));
        }

        private @Nullable Placed placed(String demand, String talent, Viewer viewer) {
            return lists
                    .list(
                            new PlacementLists.Asked(demand, talent, EnumSet.noneOf(PlacementState.class)),
                            new Paging(0, 1),
                            viewer)
                    .lines()
                    .stream()
                    .findFirst()
                    .map(l -> new Placed(
                            "/placements#p-" + Ids.text(l.placement().id()),
                            l.placement().state().name()))
                    .orElse(null);
        }
    }
}
