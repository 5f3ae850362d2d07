package org.talenthub.talent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.records.Headline;
import org.talenthub.records.Identity;
import org.talenthub.records.RecordType;
import org.talenthub.records.Reporter;

/** A person is the same person by document number, else by name, birth month and employer. */
@Component
class TalentType implements RecordType {

    @Override
    public String feed() {
        return "talent";
    }

    @Override
    public Identity identify(Fields values, Map<String, String> sealed, Reporter reporter) {
        String document = sealed.get("documentNumber");
        String person = values.text("name").orElse("")
                + '\n'
                + values.text("birth")
                        .map(b -> b.substring(0, Math.min(7, b.length())))
                        .orElse("");
        return new Identity(
                document, person + '\n' + values.text("employerName").orElse(""), person);
    }

    @Override
    public Headline headline(Fields values, @Nullable String carrierRegion) {
        return new Headline(
                values.text("name").orElse(""),
                null,
                values.text("placeRegion").orElse(carrierRegion),
                values.text("employerCode").orElse(null),
                values.text("employerName").orElse(null),
                null);
    }

    @Override
    public List<Set<String>> together() {
        return List.of(
                Set.of("employerName", "employerCode", "post"),
                Set.of("documentType", "documentNumber"),
                Set.of("title", "titleLevel"),
                Set.of("place", "placeRegion"),
                Set.of("school", "major", "graduated"));
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference("employer", "enterprise", "employerName", "employerCode"));
    }

    @Override
    public Rule rule() {
        return Rule.PERSON;
    }
}
