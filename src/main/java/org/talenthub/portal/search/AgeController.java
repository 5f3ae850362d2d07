package org.talenthub.portal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * How old those are whom a search finds, by bands of five years. Asked for when somebody opens it, so that no search pays for it; each bar
 * is the total of the search that it leads to.
 */
@Controller
class AgeController {

    private static final String LEAST = "ageMin";
    private static final String MOST = "ageMax";

    /** The last age of each band but the last. */
    private static final List<Integer> UP_TO = List.of(25, 30, 35, 40, 45, 50, 55, 60);

    private final Searches searches;
    private final Texts texts;

    AgeController(Searches searches, Texts texts) {
        this.searches = searches;
        this.texts = texts;
    }

    /**
     * @param share of the fullest band, in percent
     * @param current whether the search is narrowed to just this band; its link then takes that back
     */
    record Bar(String label, long count, long share, boolean current, String href) {}

    private record Band(String least, String most) {

        SearchQuery of(SearchQuery q) {
            Map<String, List<String>> filters = new LinkedHashMap<>(q.filters());
            filters.remove(LEAST);
            filters.remove(MOST);
            if (!least.isEmpty()) {
                filters.put(LEAST, List.of(least));
            }
            if (!most.isEmpty()) {
                filters.put(MOST, List.of(most));
            }
            return new SearchQuery(q.kind(), q.q(), filters, q.sort(), 0, 1, null);
        }

        boolean chosenIn(Ask ask) {
            return ask.chosen(LEAST).equals(said(least)) && ask.chosen(MOST).equals(said(most));
        }

        Address of(Address address) {
            return address.with(LEAST, least).with(MOST, most);
        }

        private static List<String> said(String value) {
            return value.isEmpty() ? List.of() : List.of(value);
        }
    }

    @GetMapping("/search/ages")
    String ages(@RequestParam MultiValueMap<String, String> params, Viewer viewer, Model model) {
        Ask ask = Ask.of(params, Kind.TALENT);
        if (ask.query().kind() != Kind.TALENT) {
            throw Problem.notFound();
        }
        List<Band> bands = bands();
        List<Long> counts = searches
                .samples(bands.stream().map(b -> b.of(ask.query())).toList(), 0, viewer)
                .stream()
                .map(Searches.Sample::total)
                .toList();
        long fullest = Math.max(1, counts.stream().mapToLong(c -> c).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean current = band.chosenIn(ask);
            Address to = current ? new Band("", "").of(ask.address()) : band.of(ask.address());
            bars.add(new Bar(
                    label(band),
                    counts.get(i),
                    Math.round(100.0 * counts.get(i) / fullest),
                    current,
                    to.without("page").toString()));
        }
        model.addAttribute("bars", bars);
        return "search-ages";
    }

    private String label(Band band) {
        return band.least().isEmpty()
                ? texts.text("ages.upTo", band.most())
                : band.most().isEmpty()
                        ? texts.text("ages.from", band.least())
                        : texts.text("ages.between", band.least(), band.most());
    }

    private static List<Band> bands() {
        return Stream.iterate(0, i -> i <= UP_TO.size(), i -> i + 1)
                .map(i -> new Band(
                        i == 0 ? "" : String.valueOf(UP_TO.get(i - 1) + 1),
                        i == UP_TO.size() ? "" : String.valueOf(UP_TO.get(i))))
                .toList();
    }
}
