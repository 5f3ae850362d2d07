package org.talenthub.editions.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Paging;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.publishing.EditionContent;
import org.talenthub.editions.publishing.EditionContent.Place;
import org.talenthub.editions.publishing.EditionReading;
import org.talenthub.editions.publishing.FigureWords;
import org.talenthub.editions.ranking.Ranked;
import org.talenthub.editions.ranking.Rankings;
import org.talenthub.security.Viewer;

/** The needs of a day for whoever makes editions, and how each stands to the last edition. */
@Component
class NeedLists {

    private final Rankings rankings;
    private final EditionReading reading;
    private final FigureWords words;
    private final Rights rights;

    NeedLists(Rankings rankings, EditionReading reading, FigureWords words, Rights rights) {
        this.rankings = rankings;
        this.reading = reading;
        this.words = words;
        this.rights = rights;
    }

    /** What narrows the list; null where nothing does. */
    record Narrowed(
            @Nullable String q,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String band) {

        boolean fits(Ranked r) {
            return (q == null || r.cluster().names().stream().anyMatch(n -> n.contains(q)))
                    && (industry == null || r.figures().industries().contains(industry))
                    && (region == null || r.figures().regions().stream().anyMatch(x -> x.startsWith(stem(region))))
                    && (band == null || r.standing().band().code().equals(band));
        }

        private static String stem(String region) {
            return region.endsWith("00") ? region.substring(0, 4) : region;
        }
    }

    record Page(long total, List<Item> items) {}

    record Item(Ranked need, NeedView view) {}

    Page page(EditionKind kind, @Nullable LocalDate day, Narrowed narrowed, Paging paging, Viewer viewer) {
        rights.require(Act.EDIT, Thing.EDITION, viewer, Sentence.of("refused.forbidden.needs.read"));
        LocalDate asked = day == null ? HubTime.today() : day;
        List<Ranked> all = rankings.on(asked, kind == EditionKind.CHALLENGE, viewer).stream()
                .filter(narrowed::fits)
                .toList();
        Optional<EditionContent> last = reading.last(kind, asked);
        return new Page(
                all.size(),
                all.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(r -> new Item(r, view(r, last)))
                        .toList());
    }

    private NeedView view(Ranked r, Optional<EditionContent> last) {
        Place place = last.map(e -> FigureWords.place(
                        e,
                        (cluster, demands) -> cluster == r.id()
                                || r.cluster().needs().stream().anyMatch(n -> demands.contains(n.demand()))))
                .orElse(null);
        return new NeedView(
                FigureWords.parts(r.figures()),
                FigureWords.shortage(r.figures()),
                words.industries(r.figures()),
                words.regions(r.figures()),
                place,
                FigureWords.change(place, r.standing().place()));
    }
}
