package org.talenthub.search.kinds;

import java.util.List;
import java.util.stream.Stream;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;
import org.talenthub.search.filters.PlainFilters;

/** What bases and stations have in common: they are one feed. */
abstract class CarrierTraits implements KindTraits {

    @Override
    public Stream<Filter> filters(FilterMaker make) {
        return Stream.of(
                make.codes(kind(), "state", "state"), PlainFilters.year(), make.enterprise("host"), make.base());
    }

    @Override
    public List<TextField> texts() {
        return List.of(
                TextField.of("name", 10),
                new TextField("enterpriseName", "hostName", "host", 4),
                TextField.of("profile", 1),
                TextField.of("address", 1),
                TextField.LABELS);
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
    public String place() {
        return "address";
    }
}
