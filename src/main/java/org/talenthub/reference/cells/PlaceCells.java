package org.talenthub.reference.cells;

import java.util.Optional;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;

/** Administrative divisions and places, and the credit codes of organisations. */
public final class PlaceCells {

    private PlaceCells() {}

    public static CellReader region(Column column, Regions regions) {
        return (typed, row) -> {
            Optional<Region> region = regions.find(typed).or(() -> labelled(typed, regions));
            if (region.isPresent()) {
                String code = region.get().code();
                row.put(column.field(), code);
                if (!code.equals(typed) && regions.named(typed).isEmpty()) {
                    row.notice(column, "read.region", regions.fullName(code), typed);
                }
            } else {
                row.error(column, "region.unknown", Sentence.of("check.region.unknown", Contacts.quoted(typed)), typed);
            }
        };
    }

    /** 420100-武汉市, as personnel systems export it; a code and a name that say two things are neither. */
    private static Optional<Region> labelled(String typed, Regions regions) {
        String code = typed.replaceAll("\\D", "");
        String name = typed.replaceAll("[\\d\\s()（）\\[\\]【】\\-–—_:：/|]+", "");
        return code.length() == 6 && !name.isEmpty()
                ? regions.find(code)
                        .filter(r -> regions.find(name)
                                .map(Region::code)
                                .filter(r.code()::equals)
                                .isPresent())
                : Optional.empty();
    }

    public static CellReader place(Column column, Feed feed, Regions regions) {
        CellReader text = TextCells.text(column, feed);
        return (typed, row) -> {
            text.read(typed, row);
            regions.locate(typed).ifPresent(r -> row.put(column.field() + "Region", r.code()));
        };
    }

    public static CellReader creditCode(Column column) {
        return (typed, row) -> {
            String code = CreditCodes.normalise(typed);
            switch (CreditCodes.check(code)) {
                case VALID -> {
                    row.put(column.field(), code);
                    if (!code.equals(typed)) {
                        row.notice(column, "read.text", code, typed);
                    }
                }
                case LENGTH -> row.error(column, "uscc.length", Sentence.of("check.uscc.length", code.length()), typed);
                case ALPHABET -> row.error(column, "uscc.alphabet", Sentence.of("check.uscc.alphabet"), typed);
                case CHECK_DIGIT, ORGANISATION_CHECK_DIGIT -> {
                    row.put(column.field(), code);
                    row.warning(column, "uscc.check", Sentence.of("check.uscc.check"), typed);
                }
            }
        };
    }
}
