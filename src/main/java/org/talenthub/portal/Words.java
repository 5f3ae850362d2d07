package org.talenthub.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import org.talenthub.web.Texts;

/** What columns and codes are called on the screen: the job descriptions' own words, or the English ones. */
@Component
public class Words {

    /** Salaries are kept in 万元, which English does not count in. */
    private static final int TEN_THOUSAND = 10_000;

    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Texts texts;

    Words(Feeds feeds, Dictionaries dictionaries, Regions regions, Texts texts) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.texts = texts;
    }

    public Feed feed(String type) {
        return feeds.get(type);
    }

    public String column(Column c) {
        return texts.textOr("column." + c.field(), c.title());
    }

    /** The words of a code field's values; the codes themselves where the dictionary does not know them. */
    public List<String> of(Seen seen, String field) {
        List<String> codes = seen.list(field);
        Optional<String> dictionary =
                feeds.get(seen.record().type()).column(field).flatMap(c -> Optional.ofNullable(c.dictionary()));
        List<String> given = seen.list(field + "Label");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String label = i < given.size() ? given.get(i) : codes.get(i);
            found.add(dictionary.isPresent() ? code(dictionary.get(), codes.get(i), label) : label);
        }
        return found;
    }

    /** @param otherwise the Chinese label, when it is at hand already */
    String code(String dictionary, String code, String otherwise) {
        return texts.english() ? dictionaries.get(dictionary).english(code) : otherwise;
    }

    /** @param label the Chinese one */
    public String region(String code, String label) {
        return texts.english() ? regions.english(code) : regions.get(code).isEmpty() ? label : regions.fullName(code);
    }

    /** What the field that a search matched in is called; a reference goes by the column of its name. */
    public Optional<String> matched(String type, String field) {
        if (field.equals("meaning")) {
            return Optional.of(texts.text("search.meaning"));
        }
        Feed feed = feeds.get(type);
        return feed.column(field).or(() -> feed.column(field + "Name")).map(this::column);
    }

    /** 30–50 万元/年, or what was written instead (面议). */
    public Optional<String> salary(Seen seen) {
        Optional<Double> min = seen.decimal("salaryMin");
        Optional<Double> max = seen.decimal("salaryMax");
        int unit = texts.english() ? TEN_THOUSAND : 1;
        return min.isPresent() && max.isPresent()
                ? Optional.of(texts.text("face.salary", Texts.tenths(min.get() * unit), Texts.tenths(max.get() * unit)))
                : seen.text("salary").map(s -> s.equals("面议") ? texts.text("face.salaryOpen") : s);
    }

    public Optional<String> one(Seen seen, String field) {
        List<String> all = of(seen, field);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("、", all));
    }
}
