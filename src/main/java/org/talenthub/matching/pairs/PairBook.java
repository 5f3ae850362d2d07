package org.talenthub.matching.pairs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.candidates.CandidateSearch;
import org.talenthub.matching.candidates.Reach;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.search.Kind;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** The inbox of pairs, and what people decide about them. */
@Component
public class PairBook {

    /** Pairs of which both sides are there; a condition follows. */
    static final String LIVE = " from match_pair p join pool_record d on d.id = p.demand_id and d.state = 'LIVE'"
            + " join pool_record t on t.id = p.talent_id and t.state = 'LIVE' where ";

    private static final int LONGEST_NOTE = 380;
    private static final int LONGEST_REASON = 100;

    /** As the enumeration is written. */
    private static final Pattern CODE = Pattern.compile("[A-Z_]+");

    private final JdbcClient jdbc;
    private final MatchPairs pairs;
    private final PairWriter writer;
    private final Parties parties;
    private final Reach reach;
    private final Rights rights;
    private final Records records;
    private final PairContext context;

    PairBook(
            JdbcClient jdbc,
            MatchPairs pairs,
            PairWriter writer,
            Parties parties,
            Reach reach,
            Rights rights,
            Records records,
            PairContext context) {
        this.jdbc = jdbc;
        this.pairs = pairs;
        this.writer = writer;
        this.parties = parties;
        this.reach = reach;
        this.rights = rights;
        this.records = records;
        this.context = context;
    }

    /** Both sides of a pair as the viewer may see them. */
    public record Sides(Reach.Seen demand, Reach.Seen person) {}

    /** One pair of a list; the two are null for who may not see them. */
    public record Line(PairView pair, RecordView demand, RecordView person) {}

    /** @param people and {@code demands}: of all pages, different ones */
    public record Lines(long total, long people, long demands, List<Line> lines) {}

    /** The conditions of a list. */
    public record Asked(
            @Nullable String demand,
            @Nullable String talent,
            Set<PairState> states,
            boolean ownDemands,
            @Nullable PairReason reason) {

        public Asked(@Nullable String demand, @Nullable String talent, Set<PairState> states, boolean ownDemands) {
            this(demand, talent, states, ownDemands, null);
        }
    }

    /** Pairs that are the viewer's business, the best first. */
    public Lines list(Asked asked, Paging paging, Viewer viewer) {
        Parties.Where mine = asked.ownDemands() ? parties.ofDemands(viewer) : parties.of(viewer);
        Map<String, Object> parameters = new LinkedHashMap<>(mine.parameters());
        StringBuilder where = new StringBuilder(mine.sql());
        one(where, parameters, "demand_id", asked.demand());
        one(where, parameters, "talent_id", asked.talent());
        Set<PairState> states = asked.states().isEmpty() && asked.reason() != null ? PairReasons.ENDED : asked.states();
        if (!states.isEmpty()) {
            where.append(" and p.state in (:states)");
            parameters.put("states", states.stream().map(Enum::name).toList());
        }
        if (asked.reason() != null) {
            where.append(" and p.reason = :reason");
            parameters.put("reason", asked.reason().name());
        }
        String from = LIVE + where;
        List<long[]> counts = jdbc.sql(
                        "select count(*), count(distinct p.talent_id), count(distinct p.demand_id)" + from)
                .params(parameters)
                .query((rs, i) -> new long[] {rs.getLong(1), rs.getLong(2), rs.getLong(3)})
                .list();
        List<PairStates.Key> keys = jdbc.sql("select p.demand_id, p.talent_id" + from
                        + " order by p.score desc, p.changed_at desc, p.id limit :size offset :from")
                .params(parameters)
                .param("size", paging.size())
                .param("from", paging.from())
                .query((rs, i) -> new PairStates.Key(rs.getLong(1), rs.getLong(2)))
                .list();
        long[] n = counts.getFirst();
        return new Lines(n[0], n[1], n[2], lines(keys, viewer));
    }

    /** How many pairs nobody looked at yet. */
    public int waiting(Viewer viewer) {
        if (!rights.may(Act.READ, Thing.MATCH, viewer)) {
            return 0;
        }
        Parties.Where mine = parties.ofDemands(viewer);
        return jdbc.sql("select count(*) from match_pair p where p.state = 'NEW' and " + mine.sql())
                .params(mine.parameters())
                .query(Integer.class)
                .single();
    }

    private static void one(StringBuilder where, Map<String, Object> parameters, String column, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            where.append(" and p.").append(column).append(" = :").append(column);
            parameters.put(column, Ids.parse(id.strip()).orElse(-1L));
        }
    }

    private List<Line> lines(List<PairStates.Key> keys, Viewer viewer) {
        Set<Long> ids = new HashSet<>();
        keys.forEach(k -> {
            ids.add(k.demand());
            ids.add(k.talent());
        });
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        Map<Long, RecordSnapshot> snapshots = records.snapshots(ids);
        List<Line> lines = new ArrayList<>();
        for (PairStates.Key k : keys) {
            RecordView demand = views.get(k.demand());
            RecordView person = views.get(k.talent());
            RecordSnapshot d = snapshots.get(k.demand());
            RecordSnapshot t = snapshots.get(k.talent());
            MatchPair pair = pairs.findByDemandAndTalent(k.demand(), k.talent()).orElse(null);
            if (demand != null && person != null && d != null && t != null && pair != null) {
                lines.add(new Line(
                        PairView.of(pair, PairLife.allowed(pair.state(), hands(d, t, viewer))), demand, person));
            }
        }
        return lines;
    }

    /** @throws Problem 404 when one of the two does not exist for the viewer, 403 when neither is his business */
    public Sides sides(String demand, String talent, Viewer viewer) {
        Reach.Seen d = reach.see(Kind.DEMAND, demand, viewer);
        Reach.Seen t = reach.see(Kind.TALENT, talent, viewer);
        if (!reach.ofPair(d.record(), t.record(), viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.sides"));
        }
        return new Sides(d, t);
    }

    /** As what the viewer acts on a pair; somebody may be on both sides. A department speaks for its own people, for others it only asks. */
    public Set<Hand> hands(RecordSnapshot demand, RecordSnapshot person, Viewer viewer) {
        Set<Hand> hands = EnumSet.noneOf(Hand.class);
        boolean department = viewer.is(Role.PROVINCE, Role.CITY);
        if (rights.may(Act.EDIT, Thing.MATCH, demand, viewer)) {
            hands.add(Hand.DEMAND);
        }
        if (rights.may(Act.EDIT, Thing.MATCH, person, viewer)) {
            hands.add(department ? Hand.DEPARTMENT : Hand.SOURCE);
        }
        if (hands.isEmpty() && reach.ofPerson(person, viewer)) {
            hands.add(Hand.MATCHMAKER);
        }
        return hands;
    }

    /** The pair as it stands; one that nobody looked at is made for the answer only. */
    public PairView view(Sides sides, Viewer viewer) {
        Set<Hand> hands = hands(sides.demand().record(), sides.person().record(), viewer);
        Optional<MatchPair> known =
                pairs.findByDemandAndTalent(sides.demand().id(), sides.person().id());
        return known.map(p -> PairView.of(p, PairLife.allowed(p.state(), hands)))
                .orElseGet(() -> PairView.fresh(
                        sides.demand().id(),
                        sides.person().id(),
                        score(sides),
                        PairLife.allowed(PairState.NEW, hands)));
    }

    private org.talenthub.matching.scoring.score.Score score(Sides sides) {
        return context.search()
                .pair(sides.demand().record(), sides.person().record())
                .score();
    }

    /**
     * @param reason of the enumeration; needed where a pair comes to nothing
     * @throws Problem 403, 404 as {@link #sides}, 400 for reasons that there are not, 409 when it cannot be decided now
     */
    @Transactional
    public PairView decide(
            String demand, String talent, PairState to, @Nullable String reason, @Nullable String note, Viewer viewer) {
        if (to == PairState.ASKED || to == PairState.NEW) {
            throw Problem.badRequest("state.given", Sentence.of("refused.state.given"));
        }
        return move(sides(demand, talent, viewer), to, reason, note, viewer);
    }

    /** In a decision's or a request's transaction. */
    @Transactional
    public PairView move(Sides sides, PairState to, @Nullable String reason, @Nullable String note, Viewer viewer) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.badRequest("note.long", Sentence.of("refused.note.long", LONGEST_NOTE));
        }
        PairReason why = reason == null || reason.isBlank() ? null : why(reason.strip());
        // what somebody says in his own words is kept beside
        String said =
                why == PairReason.OTHER && !CODE.matcher(String.valueOf(reason)).matches()
                        ? (note == null || note.isBlank() ? reason : reason + "；" + note)
                        : note;
        MatchPair pair = made(sides);
        Set<Hand> hands = hands(sides.demand().record(), sides.person().record(), viewer);
        pair.decide(to, why, said == null || said.isBlank() ? null : Contacts.mask(said.strip()), hands, viewer);
        pairs.save(pair);
        context.audit()
                .record(
                        viewer,
                        "match.decide",
                        "talent",
                        Ids.text(pair.talent()),
                        "demand " + Ids.text(pair.demand()) + " " + to + (why == null ? "" : " " + why));
        return PairView.of(pair, PairLife.allowed(pair.state(), hands));
    }

    /** One of the enumeration; words of one's own are another reason. */
    private static PairReason why(String reason) {
        if (CODE.matcher(reason).matches()) {
            return PairReason.of(reason)
                    .orElseThrow(() -> Problem.badRequest(
                            "reason.unknown", Sentence.of("refused.reason.unknown", Sentence.list(names()))));
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("reason.long", Sentence.of("refused.reason.long.why", LONGEST_REASON));
        }
        return PairReason.OTHER;
    }

    private static List<String> names() {
        return java.util.Arrays.stream(PairReason.values()).map(Enum::name).toList();
    }

    private MatchPair made(Sides sides) {
        long demand = sides.demand().id();
        long talent = sides.person().id();
        return pairs.findByDemandAndTalent(demand, talent).orElseGet(() -> {
            writer.write(
                    List.of(new PairWriter.Found(
                            sides.demand().record(), sides.person().record(), score(sides))),
                    Map.of());
            return pairs.findByDemandAndTalent(demand, talent).orElseThrow();
        });
    }

    /** What decisions need besides. */
    @Component
    record PairContext(CandidateSearch search, Audit audit) {}
}
