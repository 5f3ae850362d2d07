package org.talenthub.portal.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Address;
import org.talenthub.portal.search.SearchPages.Labelled;
import org.talenthub.portal.search.SearchView.Chip;
import org.talenthub.portal.search.SearchView.Relaxation;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Understood;
import org.talenthub.web.Texts;

/** What is offered where little or nothing was found, as links: conditions to drop, and conditions to keep alone. */
@Component
class Offers {

    private final Texts texts;

    Offers(Texts texts) {
        this.texts = texts;
    }

    /** Some conditions without the others: their words in the line, and what of them stands in the address. */
    static Relaxation only(Ask ask, SearchResult.Kept kept, SearchResult result, List<Labelled> chips) {
        Address address = Address.search(ask.query().kind().path()).with("q", kept.line());
        for (String name : kept.keep()) {
            address = address.with(
                    name,
                    ask.address().query().getOrDefault(name, List.of()).stream()
                            .filter(v -> !name.equals("q"))
                            .toList());
        }
        address = address.with("q", kept.line());
        String label = Stream.concat(
                        result.understood().stream()
                                .filter(u -> kept.keep().contains(u.filter()))
                                .map(Understood::label),
                        chips.stream()
                                .filter(c -> kept.keep().contains(c.filter())
                                        && !c.filter().equals("q"))
                                .map(c -> c.chip().name() + " " + c.chip().label()))
                .distinct()
                .collect(Collectors.joining(" + "));
        String words = kept.keep().contains("q") ? kept.line() : "";
        for (Understood u : result.understood()) {
            words = kept.keep().contains(u.filter())
                    ? words.replace(u.text(), "").strip()
                    : words;
        }
        String both = label.isEmpty() || words.isEmpty() ? words + label : words + " + " + label;
        return new Relaxation("", both, kept.total(), address.toString());
    }

    Relaxation relaxation(Ask ask, SearchResult.Relaxation r, List<Labelled> chips) {
        SearchResult.Part part = r.part();
        if (part != null) {
            String href = ask.address().without(r.drop()).with("q", part.left()).toString();
            String name = r.drop().equals("q") ? texts.text("search.words") : r.label();
            return new Relaxation(name, part.dropped(), r.total(), href);
        }
        List<Chip> dropped = chips.stream()
                .filter(c -> c.filter().equals(r.drop()))
                .map(Labelled::chip)
                .toList();
        return new Relaxation(
                dropped.isEmpty() ? r.label() : dropped.getFirst().name(),
                dropped.stream().map(Chip::label).collect(Collectors.joining("、")),
                r.total(),
                (r.drop().equals("open")
                                ? ask.address().with("open", "all")
                                : ask.address().without(r.drop()))
                        .toString());
    }
}
