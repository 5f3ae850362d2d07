package org.talenthub.search.kinds;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.access.Extent;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Terms;

/** Talent bases: zones with their enterprises. */
final class BaseTraits extends CarrierTraits {

    static final KindTraits IT = new BaseTraits();

    private BaseTraits() {}

    @Override
    public Kind kind() {
        return Kind.BASE;
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
    public Query in(RecordSnapshot base, Extent enterprises) {
        return Terms.one("id", Ids.text(base.id()));
    }
}
