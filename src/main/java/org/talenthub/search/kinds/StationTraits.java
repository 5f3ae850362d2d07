package org.talenthub.search.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;

/** Talent stations: enterprises with people. */
final class StationTraits implements KindTraits {

    static final KindTraits IT = new StationTraits();

    private StationTraits() {}

    @Override
    public Kind kind() {
        return Kind.STATION;
    }

    @Override
    public Stream<Filter> filters(FilterMaker make) {
        return Stream.of(
                make.codes(kind(), "state", "state"), FilterMaker.year(), make.enterprise("host"), make.base());
    }

    @Override
    public List<TextField> texts() {
        return TextField.CARRIER;
    }

    @Override
    public List<Sorting> sorts() {
        return List.of(Sorting.number("approved", "approvedYear", true));
    }

    @Override
    public List<String> columns() {
        return List.of("hostName", "region", "industries", "approvedYear", "state");
    }

    @Override
    public <L> Stream<Optional<L>> links(LinkMaker<L> to) {
        return Stream.of(
                to.host("host"),
                to.to("talents", Kind.TALENT, "carrier", to.own()),
                to.to("demands", Kind.DEMAND, "carrier", to.own()),
                to.base(),
                to.to("platforms", Kind.PLATFORM, "host", to.enterprise()));
    }

    @Override
    public String place() {
        return "address";
    }
}
