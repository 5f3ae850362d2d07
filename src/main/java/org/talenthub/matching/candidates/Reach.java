package org.talenthub.matching.candidates;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.access.Visibility;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Viewer;

/** Whose matches somebody may look at and decide about: what the table of rights says, applied to both sides of a pair. */
@Component
public class Reach {

    private final Rights rights;
    private final Records records;
    private final Links links;

    Reach(Rights rights, Records records, Links links) {
        this.rights = rights;
        this.records = records;
        this.links = links;
    }

    /** A record as it stands and as the viewer may see it. */
    public record Seen(RecordSnapshot record, RecordView view) {

        public long id() {
            return record.id();
        }

        /** The viewer is shown this field as it is. */
        public boolean shows(String field) {
            Object raw = record.fields().get(field);
            return raw != null && raw.equals(view.fields().get(field));
        }
    }

    /** @throws Problem 404 when it does not exist for the viewer */
    public Seen see(Kind kind, String id, Viewer viewer) {
        RecordView view = links.view(kind, id, viewer);
        RecordSnapshot record = Ids.parse(view.id())
                .flatMap(i -> Optional.ofNullable(
                        records.snapshots(java.util.List.of(i)).get(i)))
                .orElseThrow(Problem::notFound);
        return new Seen(record, view);
    }

    /** @throws Problem 404 when the demand does not exist for the viewer, 403 when its candidates are not his business */
    public Seen demand(String id, Viewer viewer) {
        Seen demand = see(Kind.DEMAND, id, viewer);
        if (!ofDemand(demand.record(), viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.demand"));
        }
        return demand;
    }

    /** @throws Problem 404 when the person does not exist for the viewer, 403 when the demands for it are not his business */
    public Seen person(String id, Viewer viewer) {
        Seen person = see(Kind.TALENT, id, viewer);
        if (!ofPerson(person.record(), viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.person"));
        }
        return person;
    }

    /** Whoever works with given people only, as a matchmaker, finds them for any demand. */
    public boolean ofDemand(RecordSnapshot demand, Viewer viewer) {
        return rights.may(Act.READ, Thing.MATCH, demand, viewer)
                || (given(viewer) && rights.may(Act.READ, Kind.TALENT.type(), viewer));
    }

    public boolean ofPerson(RecordSnapshot person, Viewer viewer) {
        return rights.may(Act.READ, Thing.MATCH, person, viewer)
                || (given(viewer) && rights.scope(Kind.TALENT.type(), viewer).of(person) == Visibility.FULL);
    }

    /** Either side of a pair is his, and both exist for him. */
    public boolean ofPair(RecordSnapshot demand, RecordSnapshot person, Viewer viewer) {
        boolean given = given(viewer);
        return rights.scope(Kind.DEMAND.type(), viewer).of(demand) != Visibility.NONE
                && rights.scope(Kind.TALENT.type(), viewer).of(person) != Visibility.NONE
                && (given ? ofPerson(person, viewer) : ofDemand(demand, viewer) || ofPerson(person, viewer));
    }

    /** The table gives the viewer's role matches, but none by itself. */
    private boolean given(Viewer viewer) {
        return rights.may(Act.READ, Thing.MATCH, viewer)
                && rights.extent(Act.READ, Thing.MATCH, viewer) instanceof org.talenthub.access.Extent.Nothing
                && viewer.carrier() == null;
    }
}
