package org.talenthub.search.kinds;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.access.Extent;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.Terms;

/** Talent bases: zones with their enterprises. */
final class BaseTraits implements KindTraits {

    static final KindTraits IT = new BaseTraits();

    private BaseTraits() {}

    @Override
    public Kind kind() {
        return Kind.BASE;
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
                to.to("enterprises", Kind.ENTERPRISE, "base", to.own()),
                to.to("talents", Kind.TALENT, "carrier", to.own()),
                to.to("demands", Kind.DEMAND, "carrier", to.own()),
                to.to("stations", Kind.STATION, "base", to.own()),
                to.to("platforms", Kind.PLATFORM, "base", to.own()));
    }

    @Override
    public String place() {
        return "address";
    }

    @Override
    public Query in(RecordSnapshot base, Extent enterprises) {
        return Terms.one("id", Ids.text(base.id()));
    }
}
