package org.talenthub.enterprise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Thing;
import org.talenthub.common.Fields;
import org.talenthub.records.Headline;
import org.talenthub.records.Identity;
import org.talenthub.records.RecordType;
import org.talenthub.records.Reporter;
import org.talenthub.reference.standards.OrganisationKey;

/** An enterprise is the same by its unified social credit code. */
@Component
class EnterpriseType implements RecordType {

    @Override
    public String feed() {
        return "enterprise";
    }

    @Override
    public Identity identify(Fields values, Map<String, String> sealed, Reporter reporter) {
        return Identity.named(
                values.text("code").orElse(""),
                OrganisationKey.of(values.text("name").orElse("")));
    }

    @Override
    public Headline headline(Fields values, @Nullable String carrierRegion) {
        return new Headline(
                values.text("name").orElse(""),
                null,
                values.text("region").orElse(carrierRegion),
                values.text("code").orElse(null),
                values.text("name").orElse(null),
                values.text("baseName").orElse(null));
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference("base", "carrier", "baseName", null));
    }

    @Override
    public Thing thing() {
        return Thing.DIRECTORY;
    }
}
