package org.talenthub.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Thing;
import org.talenthub.common.Fields;
import org.talenthub.reference.standards.OrganisationKey;

/** What carriers and platforms share: the same by type and name as names of organisations are compared, and built on a host (依托单位). */
public abstract class HostedType implements RecordType {

    private final String feed;
    private final String typeField;

    protected HostedType(String feed, String typeField) {
        this.feed = feed;
        this.typeField = typeField;
    }

    @Override
    public final String feed() {
        return feed;
    }

    @Override
    public Identity identify(Fields values, Map<String, String> sealed, Reporter reporter) {
        String name = OrganisationKey.of(values.text("name").orElse(""));
        return Identity.named(values.text(typeField).orElse("") + '\n' + name, name);
    }

    @Override
    public Headline headline(Fields values, @Nullable String carrierRegion) {
        return new Headline(
                values.text("name").orElse(""),
                values.text(typeField).orElse(null),
                values.text("region").orElse(carrierRegion),
                values.text("hostCode").orElse(null),
                values.text("hostName").orElse(null),
                null);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference("host", "enterprise", "hostName", "hostCode"));
    }

    @Override
    public Thing thing() {
        return Thing.DIRECTORY;
    }
}
