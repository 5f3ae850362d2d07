package org.talenthub.search.kinds;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.access.Extent;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.Terms;

/** Enterprises. */
final class EnterpriseTraits implements KindTraits {

    static final KindTraits IT = new EnterpriseTraits();

    private EnterpriseTraits() {}

    @Override
    public Kind kind() {
        return Kind.ENTERPRISE;
    }

    @Override
    public Stream<Filter> filters(FilterMaker make) {
        return Stream.of(make.codes(kind(), "kind", "kinds"), make.area());
    }

    @Override
    public List<TextField> texts() {
        return List.of(
                TextField.of("name", 10),
                TextField.of("products", 5),
                new TextField("area", "baseName", "base", 2),
                TextField.of("economicActivity", 2),
                TextField.of("profile", 1),
                TextField.LABELS);
    }

    @Override
    public List<Sorting> sorts() {
        return List.of(Sorting.number("staff", "staff", true));
    }

    @Override
    public List<String> columns() {
        return List.of("kinds", "industries", "region", "products", "staff");
    }

    @Override
    public <L> Stream<Optional<L>> links(LinkMaker<L> to) {
        return Stream.of(
                to.to("talents", Kind.TALENT, "employer", to.own()),
                to.to("demands", Kind.DEMAND, "enterprise", to.own()),
                to.to("platforms", Kind.PLATFORM, "host", to.own()),
                to.to("stations", Kind.STATION, "host", to.own()),
                to.base());
    }

    @Override
    public String place() {
        return "profile";
    }

    @Override
    public Query in(RecordSnapshot base, Extent enterprises) {
        return Terms.one("area.key", base.name());
    }
}
