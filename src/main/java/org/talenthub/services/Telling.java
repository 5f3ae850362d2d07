package org.talenthub.services;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.pictures.Picture;
import org.talenthub.pictures.Pictures;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.services.CaseLife.Action;
import org.talenthub.services.CaseLife.Hand;
import org.talenthub.services.TypicalCase.State;

/** Typical cases: released ones are public, others the carrier's and its departments'. */
@Component
@Transactional
class Telling {

    private static final String OWNER = "typical";
    private static final int TITLE = 120;
    private static final int TEXT = 4_000;

    private final TypicalCases cases;
    private final Records records;
    private final Rights rights;
    private final Audit audit;
    private final Pictures pictures;

    Telling(TypicalCases cases, Records records, Rights rights, Audit audit, Pictures pictures) {
        this.pictures = pictures;
        this.cases = cases;
        this.records = records;
        this.rights = rights;
        this.audit = audit;
    }

    /** The newest first. */
    List<TypicalCase> list(Viewer viewer) {
        return cases.findAllByOrderByIdDesc().stream()
                .filter(c -> known(c, viewer))
                .toList();
    }

    /** @throws Problem 404 when there is none for the viewer */
    TypicalCase get(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(cases::findById)
                .filter(c -> known(c, viewer))
                .orElseThrow(Problem::notFound);
    }

    private boolean known(TypicalCase c, Viewer viewer) {
        return c.state() == State.RELEASED || rights.may(Act.READ, Thing.CASE, c.facts(), viewer);
    }

    /** @throws Problem 403 for who has no carrier, 400 for a text that is missing or too long */
    TypicalCase write(@Nullable String title, @Nullable String text, Viewer viewer) {
        Long id = viewer.carrier();
        RecordSnapshot carrier =
                id == null ? null : records.snapshots(List.of(id)).get(id);
        if (carrier == null) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.writes"));
        }
        return cases.save(
                new TypicalCase(carrier.id(), carrier.region(), title(title), text(text), viewer.displayName()));
    }

    /** @throws Problem as {@link #write}; 409 once it is offered */
    TypicalCase change(String id, @Nullable String title, @Nullable String text, Viewer viewer) {
        TypicalCase c = own(id, viewer);
        c.write(title == null ? c.title() : title(title), text == null ? c.text() : text(text));
        return cases.save(c);
    }

    /** A draft of the viewer's carrier. */
    private TypicalCase own(String id, Viewer viewer) {
        TypicalCase c = get(id, viewer);
        if (hand(c, viewer).orElse(Hand.CITY) != Hand.CARRIER) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.edits"));
        }
        if (c.state() != State.DRAFT) {
            throw CaseLife.TABLE.notNow(c.state(), Action.OFFER, Hand.CARRIER);
        }
        return c;
    }

    /** In the order in which they came. @throws Problem 404 when there is no such case for the viewer */
    List<Picture> pictures(String id, Viewer viewer) {
        return pictures.of(OWNER, get(id, viewer).id());
    }

    /** @throws Problem 404 */
    Picture picture(String id, String picture, Viewer viewer) {
        return pictures.one(OWNER, get(id, viewer).id(), picture);
    }

    byte[] bytes(Picture picture) throws IOException {
        return pictures.bytes(picture);
    }

    /** @throws Problem 404, 403, 409 as for the text, and for what is no picture */
    Picture add(String id, String fileName, String caption, InputStream in, Viewer viewer) throws IOException {
        TypicalCase c = own(id, viewer);
        Picture added = pictures.add(OWNER, c.id(), fileName, caption, in, viewer.displayName());
        audit.record(viewer, "typical.picture", "case", id, null);
        return added;
    }

    /** @throws Problem 404, 403, 409 */
    void remove(String id, String picture, Viewer viewer) {
        pictures.remove(OWNER, own(id, viewer).id(), picture);
        audit.record(viewer, "typical.picture-removed", "case", id, null);
    }

    /** @throws Problem 404, 403, 409 with what is allowed */
    TypicalCase act(String id, Action action, Viewer viewer) {
        TypicalCase c = get(id, viewer);
        Hand hand = hand(c, viewer).orElseThrow(() -> Problem.forbidden(Sentence.of("refused.forbidden.step")));
        CaseLife.TABLE.step(c.state(), action, hand);
        c.move(action, viewer.displayName());
        audit.record(viewer, "typical." + action.name().toLowerCase(java.util.Locale.ROOT), "case", id, null);
        return cases.save(c);
    }

    List<Action> allowed(TypicalCase c, Viewer viewer) {
        return hand(c, viewer).map(c::allowed).orElse(List.of());
    }

    private Optional<Hand> hand(TypicalCase c, Viewer viewer) {
        if (rights.may(Act.DECIDE, Thing.CASE, c.facts(), viewer)) {
            return Optional.of(viewer.role() == Role.PROVINCE ? Hand.PROVINCE : Hand.CITY);
        }
        return viewer.carrier() != null && viewer.carrier() == c.carrier()
                ? Optional.of(Hand.CARRIER)
                : Optional.empty();
    }

    String carrier(TypicalCase c) {
        RecordSnapshot r = records.snapshots(List.of(c.carrier())).get(c.carrier());
        return r == null ? "" : r.name();
    }

    private static String title(@Nullable String given) {
        String clean = given == null ? "" : given.strip();
        if (clean.isEmpty() || clean.length() > TITLE) {
            throw Problem.badRequest("typical.title", Sentence.of("refused.edition.title", TITLE));
        }
        return clean;
    }

    private static String text(@Nullable String given) {
        String clean = given == null ? "" : given.strip();
        if (clean.isEmpty() || clean.length() > TEXT) {
            throw Problem.badRequest("typical.text", Sentence.of("refused.typical.text", TEXT));
        }
        return clean;
    }
}
