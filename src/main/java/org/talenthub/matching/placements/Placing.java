package org.talenthub.matching.placements;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.PairView;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.placements.PlacementLife.Action;
import org.talenthub.matching.scoring.Need;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** From the first contact to whoever stayed; heads of a demand are reserved by signing, filled by arriving, and free again when undone. */
@Component
public class Placing {

    private static final int LONGEST = 380;

    private final Placements placements;
    private final PairBook book;
    private final PlacementLists lists;
    private final JdbcClient jdbc;
    private final Audit audit;

    Placing(Placements placements, PairBook book, PlacementLists lists, JdbcClient jdbc, Audit audit) {
        this.placements = placements;
        this.book = book;
        this.lists = lists;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param made false when there is one on its way already */
    public record Begun(PlacementLists.Line line, boolean made) {}

    /** @throws Problem 400 without the two, 403, 404 as {@link PairBook#sides} */
    @Transactional
    public Begun begin(@Nullable String demand, @Nullable String talent, @Nullable String event, Viewer viewer) {
        if (demand == null || talent == null) {
            throw Problem.badRequest("placement.incomplete", Sentence.of("refused.placement.incomplete"));
        }
        if (event != null && event.length() > 40) {
            throw Problem.badRequest("event.invalid", Sentence.of("refused.event.invalid"));
        }
        PairBook.Sides sides = book.sides(demand, talent, viewer);
        turn(sides.demand().id());
        for (Placement p : placements.findByDemandAndTalentOrderByIdDesc(
                sides.demand().id(), sides.person().id())) {
            boolean again = p.state() == PlacementState.CLOSED
                    || (PlacementLists.FILLED.contains(p.state()) && !p.mode().equals(Need.USUAL_MODE));
            if (!again) {
                return new Begun(lists.line(p, viewer), false);
            }
        }
        // the pair is kept from here on, whoever began with it
        PairView pair = book.view(sides, viewer);
        if (pair.state() == PairState.NEW) {
            pair = book.move(sides, PairState.SEEN, null, null, viewer);
        }
        Placement p = placements.save(new Placement(
                sides.demand().id(),
                sides.person().id(),
                sides.demand().record().fields().text("mode").orElse(Need.USUAL_MODE),
                pair.score(),
                pair.band().name(),
                event,
                viewer.displayName()));
        step(p, "BEGIN", PlacementState.CONTACTED, null, null, viewer);
        return new Begun(lists.line(p, viewer), true);
    }

    /**
     * @param reason of an end
     * @throws Problem 404, 403, 409 when it cannot be done now, or no head is free, or the person arrived elsewhere full time
     */
    @Transactional
    public PlacementLists.Line act(
            String id, Action action, @Nullable String reason, @Nullable String note, Viewer viewer) {
        Placement p = Ids.parse(id).flatMap(placements::findById).orElseThrow(Problem::notFound);
        PairBook.Sides sides = lists.sides(p, viewer);
        if (note != null && note.length() > LONGEST) {
            throw Problem.badRequest("note.long", Sentence.of("refused.note.long", LONGEST));
        }
        CloseReason why = reason == null || reason.isBlank() ? null : why(reason);
        turn(p.demand());
        turn(p.talent());
        Set<Hand> hands = book.hands(sides.demand().record(), sides.person().record(), viewer);
        PlacementState was = p.state();
        // what somebody says in his own words is kept beside
        String own = why == CloseReason.OTHER && !"OTHER".equals(reason) ? reason : null;
        String said = (own == null ? "" : own)
                + (own == null || note == null || note.isBlank() ? "" : "；")
                + (note == null ? "" : note.strip());
        p.act(action, why, said.isEmpty() ? null : Contacts.mask(said), hands, viewer.displayName());
        check(p, was, sides.demand().record());
        placements.save(p);
        step(p, action.name(), was, why == null ? null : why.name(), p.note(), viewer);
        audit.record(
                viewer,
                "placement." + action.name().toLowerCase(java.util.Locale.ROOT),
                "talent",
                Ids.text(p.talent()),
                "demand " + Ids.text(p.demand()));
        return lists.line(p, viewer);
    }

    /** One of the enumeration; words of one's own are another reason. */
    private static CloseReason why(String reason) {
        boolean code = reason.matches("[A-Z_]+");
        return CloseReason.of(reason).orElseGet(() -> {
            if (code || reason.length() > 100) {
                throw Problem.badRequest(
                        "reason.unknown",
                        Sentence.of(
                                "refused.reason.unknown.why",
                                Sentence.list(java.util.Arrays.stream(CloseReason.values())
                                        .map(Enum::name)
                                        .toList())));
            }
            return CloseReason.OTHER;
        });
    }

    /** After a step into heads: there must have been one. */
    private void check(Placement p, PlacementState was, RecordSnapshot demand) {
        boolean held = PlacementLists.RESERVED.contains(was) || PlacementLists.FILLED.contains(was);
        boolean holds = PlacementLists.RESERVED.contains(p.state()) || PlacementLists.FILLED.contains(p.state());
        if (holds && !held) {
            PlacementLists.Heads heads = lists.heads(demand);
            // the count may or may not have seen this one already
            long others = heads.reserved() + heads.filled() - (counted(p) ? 1 : 0);
            if (heads.total() > 0 && others >= heads.total()) {
                throw Problem.conflict("heads.none", Sentence.of("refused.heads.none", heads.total()));
            }
        }
        if (PlacementLists.FILLED.contains(p.state())
                && !PlacementLists.FILLED.contains(was)
                && p.mode().equals(Need.USUAL_MODE)
                && placements.countByTalentAndModeAndStateInAndIdNot(
                                p.talent(), Need.USUAL_MODE, PlacementLists.FILLED, p.id())
                        > 0) {
            throw Problem.conflict("talent.arrived", Sentence.of("refused.talent.arrived"));
        }
    }

    /** A count asks the database, to which this transaction's change is written before. */
    private boolean counted(Placement p) {
        return jdbc.sql("select count(*) from placement where id = ? and state in ('SIGNED', 'ARRIVED', 'RETAINED')")
                        .param(p.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Two who sign at once take turns at the demand. */
    private void turn(long record) {
        jdbc.sql("select id from pool_record where id = ? for update")
                .param(record)
                .query(Long.class)
                .optional();
    }

    private void step(
            Placement p,
            String action,
            PlacementState from,
            @Nullable String reason,
            @Nullable String note,
            Viewer viewer) {
        jdbc.sql(
                        "insert into placement_step (id, placement_id, action, from_state, to_state, reason, note, by_name, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(p.id())
                .param(action)
                .param(from.name())
                .param(p.state().name())
                .param(reason)
                .param(note)
                .param(viewer.displayName())
                .param(Timestamp.from(Instant.now()))
                .update();
    }
}
