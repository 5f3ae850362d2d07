package org.talenthub.search.kinds;

import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.search.Kind;

/** Talent stations: enterprises with people. */
final class StationTraits extends CarrierTraits {

    static final KindTraits IT = new StationTraits();

    private StationTraits() {}

    @Override
    public Kind kind() {
        return Kind.STATION;
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
}
