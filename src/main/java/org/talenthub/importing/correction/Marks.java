package org.talenthub.importing.correction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.security.sealing.Sealing;

/**
 * What a correction workbook's hidden column says of each row: which row of which batch it was, signed, so that neither another
 * reporter's row nor another row can be claimed. Plain text in a cell, so that it survives being saved as csv.
 */
@Component
public class Marks {

    private static final Pattern FORM = Pattern.compile("R(\\d{1,7})\\.([0-9A-Za-z]{1,30})\\.([0-9a-f]{12})");

    private final Sealing sealing;

    Marks(Sealing sealing) {
        this.sealing = sealing;
    }

    /** A row of a batch. */
    public record Origin(long batch, int row) {}

    public String of(long batch, int row, String reporter) {
        return "R" + row + '.' + Ids.text(batch) + '.' + signature(batch, row, reporter);
    }

    /** Empty when the text is no mark, or not one that was given to this reporter. */
    public Optional<Origin> read(@Nullable String mark, String reporter) {
        Matcher m = FORM.matcher(mark == null ? "" : mark);
        if (!m.matches()) {
            return Optional.empty();
        }
        int row = Integer.parseInt(m.group(1));
        return Ids.parse(m.group(2))
                .filter(batch -> signature(batch, row, reporter).equals(m.group(3)))
                .map(batch -> new Origin(batch, row));
    }

    private String signature(long batch, int row, String reporter) {
        return sealing.hash("correction", batch + "/" + row + "/" + reporter).substring(0, 12);
    }
}
