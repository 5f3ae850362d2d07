package org.talenthub.demand;

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
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Texts;

/** A demand is the same by enterprise code, post and recruitment mode within one reporting carrier. */
@Component
class DemandType implements RecordType {

    @Override
    public String feed() {
        return "demand";
    }

    @Override
    public Identity identify(Fields values, Map<String, String> sealed, Reporter reporter) {
        return Identity.strong(String.join(
                "\n",
                reporter.key(),
                values.text("enterpriseCode").orElse(""),
                post(values.text("post").orElse("")),
                values.text("mode").orElse("")));
    }

    /** Width, blanks, letter case, brackets, dashes, a last full stop and traditional characters aside; C++ and C# stay apart. */
    private static String post(String typed) {
        return Simplified.of(Texts.key(typed)).replaceAll("[‐‑‒–—―−]", "-").replaceAll("(?<=.)[。.，,、；;]+$", "");
    }

    @Override
    public Headline headline(Fields values, @Nullable String carrierRegion) {
        return new Headline(
                values.text("post").orElse(""),
                null,
                values.text("placeRegion").orElse(carrierRegion),
                values.text("enterpriseCode").orElse(null),
                values.text("enterpriseName").orElse(null),
                null);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference("enterprise", "enterprise", "enterpriseName", "enterpriseCode"));
    }

    @Override
    public Thing thing() {
        return Thing.DEMAND;
    }
}
