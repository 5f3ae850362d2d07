package org.talenthub.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.assessment.figures.Scorecard;
import org.talenthub.assessment.life.Assessing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Sentence;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;

/** What the hub measured of each carrier in a year, every figure with the address of the rows that it counts. */
@RestController
class ScorecardApi {

    private final Assessing assessing;
    private final FigureLists lists;
    private final Rights rights;
    private final Texts texts;

    ScorecardApi(Assessing assessing, FigureLists lists, Rights rights, Texts texts) {
        this.assessing = assessing;
        this.lists = lists;
        this.rights = rights;
        this.texts = texts;
    }

    record Carrier(String id, String name) {}

    /**
     * @param size class of size that it is ranked in
     * @param cases rows reported that count
     * @param few too few of them: no rank, and {@code note} says so
     */
    record Item(
            Carrier carrier,
            int year,
            String kind,
            int size,
            double total,
            @Nullable Integer rank,
            long cases,
            boolean few,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note,

            List<FigureJson> figures) {}

    record Items(long total, int page, int size, int year, List<Item> items) {}

    @GetMapping("/api/v1/insights/scorecards")
    Items list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Parameters p = Asked.of(parameters, "year", "kind", "carrier");
        Paging paging = p.paging();
        rights.require(Act.READ, Thing.CASE, viewer, Sentence.of("refused.forbidden.details"));
        int year = Assessing.year(Asked.year(p));
        String kind = p.text("kind");
        String carrier = p.text("carrier");
        List<Scorecard> all = assessing.list(year, viewer).stream()
                .flatMap(s -> java.util.stream.Stream.ofNullable(s.card()))
                .filter(c -> kind == null || c.kind().equalsIgnoreCase(kind))
                .filter(c -> carrier == null || Ids.text(c.carrier()).equals(carrier))
                .toList();
        return new Items(
                all.size(),
                paging.page(),
                paging.size(),
                year,
                all.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(c -> item(year, c))
                        .toList());
    }

    private Item item(int year, Scorecard c) {
        return new Item(
                new Carrier(Ids.text(c.carrier()), c.name()),
                year,
                c.kind(),
                c.size(),
                c.total(),
                c.rank(),
                c.cases(),
                c.few(),
                c.few() ? texts.text("assessment.few") : null,
                lists.of(year, c));
    }
}
