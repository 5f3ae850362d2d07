package org.talenthub.importing.sheet.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a file the hub is willing to read; {@code hub.sheet.*}.
 *
 * @param maxFile largest upload
 * @param scanWhole up to this size a file is read through at the upload, so that a bad one is refused at once
 * @param maxInflated what all parts of a workbook may unpack to
 * @param maxRows data rows
 * @param maxColumns a used width of this many columns is refused
 * @param maxCell characters in one cell; the limit of spreadsheet programs
 * @param look how long an upload is looked at before its sender is answered; what is not read through by then is read afterwards
 * @param maxTime how long one walk over a file may take
 */
@ConfigurationProperties("hub.sheet")
public record SheetLimits(
        @DefaultValue("1GB") DataSize maxFile,
        @DefaultValue("10MB") DataSize scanWhole,
        @DefaultValue("1GB") DataSize maxInflated,
        @DefaultValue("2000000") int maxRows,
        @DefaultValue("200") int maxColumns,
        @DefaultValue("32767") int maxCell,
        @DefaultValue("60s") Duration look,
        @DefaultValue("1h") Duration maxTime) {

    /** The limits without any setting. */
    public static SheetLimits defaults() {
        return new SheetLimits(
                DataSize.ofGigabytes(1),
                DataSize.ofMegabytes(10),
                DataSize.ofGigabytes(1),
                2_000_000,
                200,
                32_767,
                Duration.ofSeconds(60),
                Duration.ofHours(1));
    }
}
