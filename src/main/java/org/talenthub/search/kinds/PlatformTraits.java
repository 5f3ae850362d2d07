package org.talenthub.search.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.PlainFilters;

/** Research platforms. */
final class PlatformTraits implements KindTraits {

    static final KindTraits IT = new PlatformTraits();

    private PlatformTraits() {}

    @Override
    public Kind kind() {
        return Kind.PLATFORM;
    }

    @Override
    public Stream<Filter> filters(FilterMaker make) {
        return Stream.of(
                make.codes(kind(), "platformType", "platformType"),
                make.codes(kind(), "level", "level"),
                PlainFilters.year(),
                make.enterprise("host"),
                make.base());
    }

    @Override
    public List<TextField> texts() {
        return List.of(
                TextField.of("name", 10),
                TextField.of("research", 4),
                new TextField("enterpriseName", "hostName", "host", 4),
                TextField.LABELS);
    }

    @Override
    public List<Sorting> sorts() {
        return List.of(Sorting.number("approved", "approvedYear", true));
    }

    @Override
    public List<String> columns() {
        return List.of("platformType", "level", "hostName", "region", "research");
    }

    @Override
    public <L> Stream<Optional<L>> links(LinkMaker<L> to) {
        return Stream.of(
                to.host("host"),
                to.base(),
                to.to("talents", Kind.TALENT, "employer", to.enterprise()),
                to.to("demands", Kind.DEMAND, "enterprise", to.enterprise()));
    }
}
