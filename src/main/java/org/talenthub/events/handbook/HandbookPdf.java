package org.talenthub.events.handbook;

import java.awt.Color;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.talenthub.events.handbook.Section.Block;
import org.talenthub.web.QrCode;

/** Sections as a PDF: A4, each on pages of its own, fonts embedded, an outline to jump by. */
final class HandbookPdf {

    static final Color INK = new Color(0x22, 0x26, 0x2b);
    static final Color ACCENT = new Color(0x0b, 0x5c, 0x8a);
    static final Color QUIET = new Color(0x66, 0x6c, 0x73);
    private static final Color RULE = new Color(0xc9, 0xcd, 0xd2);
    private static final Color SHADE = new Color(0xee, 0xf2, 0xf5);

    /** Points that a code is wide: 30 mm. */
    private static final float CODE = 85;

    /** Embedding reads the font's file, whose reader is one for all. */
    private static final Lock EMBEDDING = new ReentrantLock();

    private final Typeface face;
    private final Document document;
    private final PdfWriter writer;
    private final PageMarks marks;

    private HandbookPdf(Typeface face, PageMarks marks, String title, String language, OutputStream out) {
        this.face = face;
        this.marks = marks;
        document = new Document(PageSize.A4, 48, 48, 56, 60);
        writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(marks);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
        document.addTitle(title);
    }

    /** @param language BCP 47, for who has it read aloud */
    static void write(
            Typeface face, PageMarks marks, String title, String language, List<Section> sections, OutputStream out) {
        HandbookPdf pdf = new HandbookPdf(face, marks, title, language, out);
        pdf.all(sections);
        EMBEDDING.lock();
        try {
            pdf.document.close();
        } finally {
            EMBEDDING.unlock();
        }
    }

    private void all(List<Section> sections) {
        boolean first = true;
        for (Section s : sections) {
            if (first) {
                marks.section(s.title());
                document.open();
            } else {
                marks.next(s.title());
                if (writer.isPageEmpty()) {
                    marks.begun();
                } else {
                    document.newPage();
                }
            }
            first = false;
            new PdfOutline(
                    writer.getDirectContent().getRootOutline(),
                    new PdfDestination(PdfDestination.FITH, PageSize.A4.getHeight()),
                    s.title());
            section(s);
        }
    }

    private void section(Section s) {
        boolean cover = s.key().equals("cover");
        if (cover) {
            // room above, which the first paragraph of a page cannot ask for
            paragraph(face.text(" ", 10, INK), 0, 150);
        } else {
            paragraph(face.strong(s.title(), 16, ACCENT), 0, 10);
        }
        for (Block b : s.blocks()) {
            switch (b) {
                case Block.Heading h ->
                    paragraph(
                            cover ? face.strong(h.text(), 28, ACCENT) : face.strong(h.text(), 12, INK),
                            cover ? 0 : 12,
                            cover ? 16 : 4);
                case Block.Paragraph p ->
                    paragraph(
                            cover ? face.text(p.text(), 13, QUIET) : face.text(p.text(), 10.5f, INK),
                            cover ? 4 : 0,
                            cover ? 24 : 5);
                case Block.Facts f -> facts(f, cover ? 13 : 10.5f);
                case Block.Grid g -> grid(g);
                case Block.Code c -> code(c);
                case Block.Lines l -> lines(l.number());
            }
        }
    }

    private void paragraph(Phrase text, float before, float after) {
        Paragraph p = new Paragraph(text);
        p.setLeading(text.getLeading());
        p.setSpacingBefore(before);
        p.setSpacingAfter(after);
        document.add(p);
    }

    private void facts(Block.Facts facts, float size) {
        PdfPTable table = new PdfPTable(new float[] {1, 5});
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setSpacingAfter(8);
        for (List<String> row : facts.rows()) {
            table.addCell(bare(face.text(row.get(0), size, QUIET)));
            table.addCell(bare(face.text(row.get(1), size, INK)));
        }
        document.add(table);
    }

    private static PdfPCell bare(Phrase text) {
        PdfPCell cell = new PdfPCell(text);
        cell.setBorder(0);
        cell.setPadding(3);
        cell.setLeading(0, 1.35f);
        return cell;
    }

    private void grid(Block.Grid grid) {
        float[] widths = new float[grid.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = grid.widths().get(i);
        }
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setSpacingAfter(8);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        for (String head : grid.head()) {
            PdfPCell cell = ruled(face.strong(head, 9, INK));
            cell.setBackgroundColor(SHADE);
            table.addCell(cell);
        }
        for (List<String> row : grid.rows()) {
            for (String text : row) {
                table.addCell(ruled(face.text(text, 9, INK)));
            }
        }
        document.add(table);
    }

    private static PdfPCell ruled(Phrase text) {
        PdfPCell cell = new PdfPCell(text);
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.6f);
        cell.setPadding(4);
        cell.setPaddingBottom(6);
        cell.setLeading(0, 1.35f);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }

    /** Dot by dot, so that it is sharp at any size. */
    private void code(Block.Code code) {
        boolean[][] dots = QrCode.dots(code.text());
        int wide = (dots[0].length + 7) / 8;
        byte[] bits = new byte[wide * dots.length];
        for (int y = 0; y < dots.length; y++) {
            for (int x = 0; x < dots[y].length; x++) {
                if (!dots[y][x]) {
                    bits[y * wide + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        Image image = Image.getInstance(dots[0].length, dots.length, 1, 1, bits);
        image.scaleAbsolute(CODE, CODE);
        image.setAlignment(Element.ALIGN_LEFT);
        document.add(image);
        paragraph(face.text(code.caption(), 9, QUIET), 0, 6);
    }

    private void lines(int number) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        for (int i = 0; i < number; i++) {
            PdfPCell cell = ruled(face.text(" ", 9, INK));
            cell.setFixedHeight(28);
            table.addCell(cell);
        }
        document.add(table);
    }
}
