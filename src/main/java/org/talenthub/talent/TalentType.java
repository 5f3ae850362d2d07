package org.talenthub.talent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Thing;
import org.talenthub.common.Fields;
import org.talenthub.records.Headline;
import org.talenthub.records.Identity;
import org.talenthub.records.Identity.Near;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Names;
import org.talenthub.records.RecordType;
import org.talenthub.records.Reporter;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.standards.IdNumbers;
import org.talenthub.reference.standards.OrganisationKey;

/** A person is the same person by document number, else by name, birth month and employer. */
@Component
class TalentType implements RecordType {

    /** Documents whose numbers carry a check digit. */
    private static final Set<String> CHECKED =
            Set.of("RESIDENT_ID", "HMT_RESIDENCE_PERMIT", "FOREIGN_PERMANENT_RESIDENT_ID");

    /** Characters of a document number's first part: half of a passport's. */
    private static final int HEAD = 4;

    /** Characters of a date to the day. */
    private static final int DAY = 10;

    @Override
    public String feed() {
        return "talent";
    }

    @Override
    public Identity identify(Fields values, Map<String, String> sealed, Reporter reporter) {
        String document = sealed.get("documentNumber");
        String name = Simplified.key(values.text("name").orElse(""));
        String month = month(values.text("birth").orElse(""));
        String employer = OrganisationKey.of(values.text("employerName").orElse(""));
        String parts = document != null && document.length() > HEAD && !checked(document) ? document : null;
        return new Identity(
                document,
                name + '\n' + month + '\n' + employer,
                traits(values),
                new Near(
                        name + '\n' + month,
                        month + '\n' + employer,
                        name + '\n' + employer,
                        mobile(sealed.get("phone")),
                        parts == null ? null : parts.substring(0, HEAD),
                        parts == null ? null : parts.substring(HEAD)));
    }

    /** Sex and day of birth, as far as the row tells. */
    private static String traits(Fields values) {
        String sex =
                values.text("sex").filter(s -> s.equals("1") || s.equals("2")).orElse("");
        String birth = values.text("birth").orElse("");
        return sex + '/' + (birth.length() == DAY ? birth.substring(DAY - 2) : "");
    }

    private static String month(String birth) {
        return birth.substring(0, Math.min(7, birth.length()));
    }

    /** A landline is a whole office's. */
    private static @Nullable String mobile(@Nullable String phone) {
        return phone != null && phone.length() == 11 && phone.startsWith("1") ? phone : null;
    }

    /** Two numbers with right check digits are never one digit apart, so that only the others need looking at. */
    private static boolean checked(String document) {
        return document.length() == 18
                && document.chars().limit(17).allMatch(c -> c >= '0' && c <= '9')
                && document.charAt(17) == IdNumbers.checkDigit(document.substring(0, 17));
    }

    @Override
    public Names names(String a, String b) {
        return PersonNames.compare(a, b);
    }

    @Override
    public boolean near(Map<String, String> a, Map<String, String> b) {
        return PersonNames.apart(a.getOrDefault("documentNumber", ""), b.getOrDefault("documentNumber", "")) == 1;
    }

    @Override
    public Optional<Likeness> compare(Fields a, Fields b, Likeness.Shared shared) {
        return PersonLikeness.of(a, b, shared);
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
    public List<Reference> references() {
        return List.of(new Reference("employer", "enterprise", "employerName", "employerCode"));
    }

    /** A resident's number that passes GB 11643 and is not given as the number of another kind of document. */
    @Override
    public boolean verified(Fields values, Map<String, String> sealed) {
        String number = sealed.get("documentNumber");
        return number != null
                && values.text("documentType").map(CHECKED::contains).orElse(true)
                && IdNumbers.check(number, LocalDate.MAX) instanceof IdNumbers.Valid;
    }

    @Override
    public Thing thing() {
        return Thing.PERSON;
    }
}
