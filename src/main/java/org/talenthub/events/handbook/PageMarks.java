package org.talenthub.events.handbook;

import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What stands on every page: for whom, across it; and below, the event, the version, the section and the page within it, so that a page
 * printed again takes the old one's place.
 */
final class PageMarks extends PdfPageEventHelper {

    private static final Color FAINT = new Color(0xe9, 0xeb, 0xee);
    private static final float LARGE = 30;
    /** How long a line across the page may be. */
    private static final float ACROSS = 480;

    private final Typeface face;
    private final Words words;
    private final String mark;
    private final float size;
    private final String foot;
    private String section = "";
    private String coming = "";
    private int page;

    /**
     * @param mark across the page
     * @param foot below it, left
     */
    PageMarks(Typeface face, Words words, String mark, String foot) {
        this.face = face;
        this.words = words;
        this.mark = mark;
        size = Math.min(LARGE, LARGE * ACROSS / face.bold().getWidthPoint(mark, LARGE));
        this.foot = foot;
    }

    /** The section of the first page. */
    void section(String title) {
        section = title;
        coming = title;
        page = 0;
    }

    /** The section that begins with the next page. */
    void next(String title) {
        coming = title;
    }

    /** The page is there already: the section before filled its last one to the end. */
    void begun() {
        section = coming;
        page = 1;
    }

    @Override
    public void onStartPage(PdfWriter writer, Document document) {
        if (!coming.equals(section)) {
            section = coming;
            page = 0;
        }
        page++;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        float middle = (document.left() + document.right()) / 2;
        float height = document.getPageSize().getHeight();
        PdfContentByte under = writer.getDirectContentUnder();
        for (float at : new float[] {0.28f, 0.68f}) {
            ColumnText.showTextAligned(
                    under, Element.ALIGN_CENTER, face.strong(mark, size, FAINT), middle, height * at, 35);
        }
        PdfContentByte over = writer.getDirectContent();
        ColumnText.showTextAligned(
                over, Element.ALIGN_LEFT, face.text(foot, 8, HandbookPdf.QUIET), document.left(), 34, 0);
        ColumnText.showTextAligned(
                over,
                Element.ALIGN_RIGHT,
                face.text(section + " · " + words.of("handbook.page", page), 8, HandbookPdf.QUIET),
                document.right(),
                34,
                0);
    }
}
