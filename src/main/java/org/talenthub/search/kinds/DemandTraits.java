package org.talenthub.search.kinds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.PlainFilters;
import org.talenthub.search.filters.Spans;
import org.talenthub.search.understanding.Understanding;

/** Urgent skill needs: posts. */
final class DemandTraits implements KindTraits {

    static final KindTraits IT = new DemandTraits();

    private static final List<String> OPEN =
            List.of("有效", "有效需求", "在招", "未过期", "仍有效", "未到期", "有效期内", "招聘中", "未失效", "没过期", "没有过期");
    private static final List<String> LAPSED = List.of("已过期", "过期", "已失效", "已到期");

    private DemandTraits() {}

    @Override
    public Kind kind() {
        return Kind.DEMAND;
    }

    @Override
    public Stream<Filter> filters(FilterMaker make) {
        return Stream.of(
                make.codes(kind(), "category", "category"),
                make.codes(kind(), "mode", "mode"),
                make.codes(kind(), "urgency", "urgency"),
                make.codes(kind(), "education", "education"),
                make.codes(kind(), "degree", "degree"),
                make.codes(kind(), "titleLevel", "titleLevel"),
                make.codes(kind(), "skillLevel", "skillLevel"),
                PlainFilters.words("skill", "skills.key"),
                make.carrier(),
                make.enterprise("enterprise"),
                Spans.salaryMin(),
                Spans.salaryMax(),
                Spans.experienceAskedMin(),
                Spans.experienceAskedMax(),
                Spans.arriveFrom(),
                Spans.arriveTo(),
                Spans.validTo(),
                PlainFilters.open());
    }

    @Override
    public List<TextField> texts() {
        return List.of(
                new TextField("name", "post", "post", 10),
                TextField.of("challengeName", 6),
                TextField.of("skills", 6),
                new TextField("enterpriseName", "enterpriseName", "enterprise", 4),
                TextField.of("majors", 3),
                TextField.of("duties", 2),
                TextField.of("content", 2),
                TextField.of("targets", 2),
                TextField.of("benefits", 1),
                TextField.of("place", 1),
                TextField.named("contact"),
                TextField.LABELS);
    }

    @Override
    public List<Sorting> sorts() {
        return List.of(
                Sorting.number("salary", "salaryMax", true),
                Sorting.number("headcount", "headcount", true),
                Sorting.number("deadline", "validUntil", false));
    }

    @Override
    public List<String> columns() {
        return List.of("enterpriseName", "headcount", "skills", "education", "salary", "place", "validUntil");
    }

    @Override
    public <L> Stream<Optional<L>> links(LinkMaker<L> to) {
        return Stream.of(
                to.host("enterprise"),
                to.station(),
                to.base(),
                to.to("platforms", Kind.PLATFORM, "host", to.enterprise()));
    }

    @Override
    public List<Bounds> bounds() {
        return List.of(
                new Bounds("salary", List.of("salaryMin", "salaryMax"), false),
                new Bounds("asked", List.of("experienceMax"), false));
    }

    @Override
    public String title() {
        return "post";
    }

    @Override
    public boolean byName() {
        return false;
    }

    @Override
    public String place() {
        return "place";
    }

    @Override
    public String skills() {
        return "skills.key";
    }

    @Override
    public Map<String, Float> topics() {
        Map<String, Float> topics = new LinkedHashMap<>();
        topics.put("skills", 4f);
        topics.put("name", 2f);
        topics.put("majors", 1f);
        topics.put("duties", 1f);
        return topics;
    }

    @Override
    public void words(Understanding reading, Dictionaries tables) {
        reading.with("title", tables.get("title"), "titleLevel", tables.get("title-level"));
        OPEN.forEach(w -> reading.with("open", w, "true"));
        LAPSED.forEach(w -> reading.with("open", w, "false"));
    }
}
