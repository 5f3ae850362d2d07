package org.talenthub.events.handbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.events.handbook.Handbook.Talk;
import org.talenthub.results.exports.FigureSheet;

/** Handbooks in every form in which they are handed out. */
@Component
public final class Handbooks {

    private final HandbookSettings settings;
    private @Nullable Typeface face;

    Handbooks(HandbookSettings settings) {
        this.settings = settings;
    }

    /** What the reader's handbook holds, for a page to print. */
    public List<Section> sections(Handbook book, Audience audience, Locale locale) {
        return new Pages(book, audience, new Words(locale)).sections();
    }

    /** For whom and which version: what stands across every page. */
    public String mark(Handbook book, Audience audience, Locale locale) {
        return mark(new Words(locale), book, audience);
    }

    private static String mark(Words words, Handbook book, Audience audience) {
        return words.of("handbook.only", new Pages(book, audience, words).reader())
                + " · "
                + words.of("handbook.version", book.cover().version());
    }

    /** Whether PDFs can be made here at all. */
    public boolean printable() {
        return face().isPresent();
    }

    /**
     * As a PDF; the stream stays open.
     *
     * @throws Problem 404 for a reader who does not take part, 409 where no Chinese font is found
     */
    public void pdf(Handbook book, Audience audience, Locale locale, OutputStream out) {
        pdf(book, audience, locale, sections(book, audience, locale), out);
    }

    /**
     * Only what is not the same in an earlier version, to be put in the place of its old pages; the cover alone when all is the same.
     *
     * @throws Problem as {@link #pdf(Handbook, Audience, Locale, OutputStream)}
     */
    public void changes(Handbook before, Handbook now, Audience audience, Locale locale, OutputStream out) {
        List<Section> then = sections(before, audience, locale);
        List<Section> sections = new ArrayList<>(sections(now, audience, locale));
        Section cover = sections.getFirst();
        sections.removeAll(then);
        pdf(now, audience, locale, sections.isEmpty() ? List.of(cover) : sections, out);
    }

    private void pdf(Handbook book, Audience audience, Locale locale, List<Section> sections, OutputStream out) {
        Words words = new Words(locale);
        Typeface found = face().orElseThrow(() -> Problem.conflict("handbook.no-font", words.of("handbook.noFont")));
        Handbook.Cover cover = book.cover();
        String version = words.of("handbook.version", cover.version());
        PageMarks marks = new PageMarks(
                found, words, mark(words, book, audience), cover.title() + " · " + version + " · " + cover.printed());
        HandbookPdf.write(
                found, marks, cover.title() + " " + words.of("handbook.title"), locale.toLanguageTag(), sections, out);
    }

    /** As a workbook: agenda, enterprises, meetings; the stream stays open. */
    public void xlsx(Handbook book, Audience audience, Locale locale, OutputStream out) throws IOException {
        Words words = new Words(locale);
        Pages pages = new Pages(book, audience, words);
        Handbook.Cover cover = book.cover();
        List<List<Object>> meetings = new ArrayList<>();
        for (Talk t : pages.talks()) {
            meetings.add(List.of(
                    Words.span(t.from(), t.to()),
                    pages.company(t).badge() + "-" + t.table(),
                    pages.company(t).name(),
                    pages.badge(t) + " " + pages.called(t),
                    String.join("；", t.posts())));
        }
        List<List<Object>> companies = book.companies().stream()
                .map(c -> List.<Object>of(c.badge(), c.name(), c.desks(), String.join("；", c.posts())))
                .toList();
        List<List<Object>> agenda = book.agenda().stream()
                .map(i -> List.<Object>of(Words.span(i.from(), i.to()), i.kind(), i.title(), i.place()))
                .toList();
        FigureSheet.write(
                String.join(
                        " · ",
                        cover.title(),
                        words.of("handbook.version", cover.version()),
                        words.of("handbook.only", pages.reader()),
                        cover.printed()),
                List.of(
                        table(words, "meetings", meetings, "when", "table", "company", "person", "talk"),
                        table(words, "companies", companies, "badge", "company", "desks", "posts"),
                        table(words, "agenda", agenda, "when", "kind", "item", "where")),
                out);
    }

    private static FigureSheet.Table table(Words words, String name, List<List<Object>> rows, String... heads) {
        return new FigureSheet.Table(
                words.of("handbook." + name),
                List.of(heads).stream().map(h -> words.of("handbook." + h)).toList(),
                rows);
    }

    /** As a calendar (RFC 5545): the agenda and the reader's meetings. */
    public String ics(Handbook book, Audience audience, Locale locale) {
        Words words = new Words(locale);
        return new Calendar(book, new Pages(book, audience, words), words).text();
    }

    /** Looked for when first asked, and again as long as none is there: it may be installed meanwhile. */
    private synchronized Optional<Typeface> face() {
        if (face == null) {
            face = Typefaces.find(settings.fonts()).orElse(null);
        }
        return Optional.ofNullable(face);
    }
}
