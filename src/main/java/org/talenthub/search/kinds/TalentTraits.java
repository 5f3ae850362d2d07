package org.talenthub.search.kinds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.PlainFilters;
import org.talenthub.search.filters.Spans;
import org.talenthub.search.understanding.Understanding;

/** High-level talent: people. */
final class TalentTraits implements KindTraits {

    static final KindTraits IT = new TalentTraits();

    private TalentTraits() {}

    @Override
    public Kind kind() {
        return Kind.TALENT;
    }

    @Override
    public Stream<Filter> filters(FilterMaker make) {
        return Stream.of(
                make.codes(kind(), "category", "category"),
                make.codes(kind(), "education", "education"),
                make.codes(kind(), "degree", "degree"),
                make.codes(kind(), "titleLevel", "titleLevel"),
                make.codes(kind(), "skillLevel", "skillLevel"),
                make.codes(kind(), "mode", "mode"),
                make.codes(kind(), "availability", "availability"),
                PlainFilters.words("skill", "expertise.key"),
                make.carrier(),
                make.enterprise("employer"),
                Spans.ageMin(),
                Spans.ageMax(),
                Spans.bornFrom(),
                Spans.bornTo(),
                Spans.experienceMin(),
                Spans.experienceMax(),
                Spans.graduatedFrom(),
                Spans.graduatedTo(),
                Spans.confirmedSince(),
                make.phrases("school", "school", "school"),
                make.phrases("honour", "honours", "honour"),
                make.sex(kind()),
                make.title(),
                make.guarded(kind(), "serviceNeed", "serviceNeeds", Privacy.PERSONAL));
    }

    @Override
    public List<TextField> texts() {
        return List.of(
                TextField.of("name", 10),
                TextField.of("expertise", 6),
                TextField.of("post", 4),
                new TextField("enterpriseName", "employerName", "employer", 4),
                TextField.of("research", 3),
                TextField.of("title", 3),
                TextField.of("major", 2),
                TextField.of("honours", 2),
                TextField.of("team", 2),
                TextField.of("school", 2),
                TextField.of("achievements", 1),
                TextField.of("place", 1),
                TextField.named("name"),
                TextField.LABELS);
    }

    @Override
    public List<Sorting> sorts() {
        return List.of(Sorting.number("confirmed", "confirmedOn", true));
    }

    @Override
    public List<String> columns() {
        return List.of("post", "employerName", "title", "education", "expertise", "place", "confirmedOn");
    }

    @Override
    public <L> Stream<Optional<L>> links(LinkMaker<L> to) {
        return Stream.of(
                to.host("employer"),
                to.station(),
                to.base(),
                to.to("colleagues", Kind.TALENT, "employer", to.enterprise()));
    }

    @Override
    public List<Bounds> bounds() {
        return List.of(
                new Bounds("age", List.of("ageMin", "ageMax"), false),
                new Bounds("experience", List.of("experienceMin", "experienceMax"), false),
                new Bounds("confirmed", List.of("confirmedSince"), true));
    }

    @Override
    public String place() {
        return "place";
    }

    @Override
    public String skills() {
        return "expertise.key";
    }

    @Override
    public Map<String, Float> topics() {
        Map<String, Float> topics = new LinkedHashMap<>();
        topics.put("expertise", 4f);
        topics.put("research", 2f);
        topics.put("post", 2f);
        topics.put("major", 1f);
        return topics;
    }

    @Override
    public void words(Understanding reading, Dictionaries tables) {
        reading.with("school", tables.get("school"))
                .with("honour", tables.get("honour"))
                .with("serviceNeed", tables.get("service-need"))
                .with("title", tables.get("title"), "titleLevel", tables.get("title-level"));
    }
}
