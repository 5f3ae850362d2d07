package org.talenthub.editions.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.editions.model.Edition;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.model.EditionLife;
import org.talenthub.editions.model.EditionLife.Hand;
import org.talenthub.editions.model.EditionLife.State;
import org.talenthub.editions.model.Editions;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** Editions for whoever may see them: what is published for everybody, drafts for those who make them. */
@Component
@Transactional(readOnly = true)
public class EditionReading {

    private static final Set<State> OUT = Set.of(State.PUBLISHED, State.SUPERSEDED);

    /** More than are published on one. */
    private static final int A_DAY = 5;

    private final Editions editions;
    private final EditionFile file;
    private final EditionChecks checks;
    private final Records records;
    private final Rights rights;
    private final Filling filling;

    EditionReading(
            Editions editions,
            EditionFile file,
            EditionChecks checks,
            Records records,
            Rights rights,
            Filling filling) {
        this.filling = filling;
        this.editions = editions;
        this.file = file;
        this.checks = checks;
        this.records = records;
        this.rights = rights;
    }

    public record Page(long total, List<EditionView.Brief> items) {}

    /** Whether the viewer makes editions, and may know of drafts. */
    public boolean makes(Viewer viewer) {
        return rights.may(Act.EDIT, Thing.EDITION, viewer);
    }

    /** The newest first. */
    public Page page(@Nullable EditionKind kind, @Nullable State state, Paging paging, Viewer viewer) {
        Set<State> seen = Arrays.stream(State.values())
                .filter(s -> s.published() || makes(viewer))
                .filter(s -> state == null || s == state)
                .collect(Collectors.toSet());
        if (seen.isEmpty()) {
            return new Page(0, List.of());
        }
        List<EditionKind> kinds = kind == null ? List.of(EditionKind.values()) : List.of(kind);
        List<Edition> found = editions.page(kinds, seen, PageRequest.of(paging.page(), paging.size()));
        Map<Long, Integer> sizes = new HashMap<>();
        if (!found.isEmpty()) {
            editions.sizes(found.stream().map(Edition::id).toList())
                    .forEach(s -> sizes.put((Long) s[0], ((Number) s[1]).intValue()));
        }
        return new Page(
                editions.count(kinds, seen),
                found.stream()
                        .map(e -> new EditionView.Brief(
                                Ids.text(e.id()),
                                e.title(),
                                e.kind().name(),
                                e.number().orElse(null),
                                e.day().toString(),
                                e.document().orElse(null),
                                e.state(),
                                e.sha256().orElse(null),
                                sizes.getOrDefault(e.id(), 0)))
                        .toList());
    }

    /**
     * @param idOrNumber of the edition
     * @throws Problem 404 when there is none that the viewer may know of
     */
    public EditionView get(String idOrNumber, Viewer viewer) {
        return view(find(idOrNumber, viewer), viewer);
    }

    Edition find(String idOrNumber, Viewer viewer) {
        return Ids.parse(idOrNumber)
                .flatMap(editions::findById)
                .or(() -> editions.findByNumber(idOrNumber))
                .filter(e -> e.state().published() || makes(viewer))
                .orElseThrow(Problem::notFound);
    }

    /** The bytes that were published; of a draft what they would be. */
    public byte[] bytes(String idOrNumber, Viewer viewer) {
        Edition e = find(idOrNumber, viewer);
        return e.content().orElseGet(() -> EditionFile.bytes(file.make(e, before(e))));
    }

    /** The one of a kind that holds now. */
    public Optional<EditionView> current(EditionKind kind, Viewer viewer) {
        return editions.findByKindAndState(kind, State.PUBLISHED).stream()
                .findFirst()
                .map(e -> view(e, viewer));
    }

    /** What the one that was out before it said; of a day, the last one that was out by then. */
    public Optional<EditionContent> last(EditionKind kind, LocalDate day) {
        return editions.before(kind, OUT, day, 0, Limit.of(1)).stream()
                .findFirst()
                .flatMap(Edition::content)
                .map(EditionFile::read);
    }

    Optional<Edition> before(Edition e) {
        return editions.before(e.kind(), OUT, e.day(), e.id(), Limit.of(A_DAY)).stream()
                .filter(o -> o.day().isBefore(e.day()) || !later(o, e))
                .findFirst();
    }

    /** Of two of one day; a draft comes after all that are out. */
    private static boolean later(Edition that, Edition than) {
        return that.publishedAt()
                .flatMap(at -> than.publishedAt().map(at::isAfter))
                .orElse(false);
    }

    EditionView view(Edition e, Viewer viewer) {
        EditionContent content = file.content(e, before(e));
        Map<Long, RecordSnapshot> demands = demands(content);
        List<EditionView.Correction> errata = new ArrayList<>();
        for (int i = 0; i < e.errata().size(); i++) {
            var said = e.errata().get(i);
            errata.add(new EditionView.Correction(i + 1, said.line(), said.text(), said.at()));
        }
        return new EditionView(
                content,
                e.state(),
                e.version(),
                e.publishedAt().orElse(null),
                e.sha256().orElse(null),
                states(content, demands),
                open(content, demands),
                errata,
                e.state() == State.DRAFT ? checks.of(e, asked(e)) : List.of(),
                makes(viewer)
                        ? EditionLife.TABLE.allowed(e.state(), Hand.OFFICE).stream()
                                .map(Transitions::word)
                                .toList()
                        : List.of());
    }

    /** A draft of a day that is past speaks of that day. */
    static LocalDate asked(Edition e) {
        return e.day().isBefore(HubTime.today()) ? e.day() : HubTime.today();
    }

    private Map<Long, RecordSnapshot> demands(EditionContent content) {
        return records.snapshots(
                content.lines().stream().flatMap(l -> l.demandIds().stream()).collect(Collectors.toSet()));
    }

    /** What became of each line, by its number. */
    private Map<Integer, LineState> states(EditionContent content, Map<Long, RecordSnapshot> demands) {
        Map<Integer, LineState> states = new LinkedHashMap<>();
        Map<Long, Integer> arrived = filling.of(demands.keySet());
        content.lines()
                .forEach(l -> states.put(l.n(), LineState.of(known(demands, l.demandIds()), arrived, HubTime.today())));
        return states;
    }

    /** The first demand of each line that is open still. */
    private Map<Integer, String> open(EditionContent content, Map<Long, RecordSnapshot> demands) {
        Map<Integer, String> open = new LinkedHashMap<>();
        Map<Long, Integer> arrived = filling.of(demands.keySet());
        content.lines()
                .forEach(l -> known(demands, l.demandIds()).stream()
                        .filter(r -> LineState.of(List.of(r), arrived, HubTime.today()) == LineState.OPEN)
                        .findFirst()
                        .ifPresent(r -> open.put(l.n(), Ids.text(r.id()))));
        return open;
    }

    private static List<RecordSnapshot> known(Map<Long, RecordSnapshot> demands, Collection<Long> ids) {
        return ids.stream().map(demands::get).filter(Objects::nonNull).toList();
    }

    /**
     * What changed between two, whichever is named first.
     *
     * @param with null for the one before it
     * @throws Problem 404 when one of them is not there for the viewer; 422 when they are of two kinds, or none was before
     */
    public EditionDiff diff(String idOrNumber, @Nullable String with, Viewer viewer) {
        Edition one = find(idOrNumber, viewer);
        Edition other = with == null
                ? before(one).orElseThrow(() -> Problem.unusable("edition.first", Sentence.of("refused.edition.first")))
                : find(with, viewer);
        if (one.kind() != other.kind()) {
            throw Problem.unusable("edition.kinds", Sentence.of("refused.edition.kinds"));
        }
        boolean newer =
                with == null || one.day().isAfter(other.day()) || (one.day().equals(other.day()) && !later(other, one));
        return between(newer ? other : one, newer ? one : other);
    }

    /** What changed from the one that was out before a published one; empty of a draft and of the first. */
    public Optional<EditionDiff> since(EditionView published, Viewer viewer) {
        return Optional.of(find(published.content().edition(), viewer))
                .filter(e -> e.state().published())
                .flatMap(e -> before(e).map(earlier -> between(earlier, e)));
    }

    private EditionDiff between(Edition earlier, Edition newer) {
        EditionContent from = file.content(earlier, before(earlier));
        return EditionDiff.of(from, states(from, demands(from)), file.content(newer, before(newer)));
    }
}
