package org.talenthub.events.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Problem;
import org.talenthub.events.handbook.Handbook.Person;
import org.talenthub.events.handbook.Handbook.Talk;

/** What is printed, read back by another library's eyes: nobody's phone where it does not belong, every character there. */
class HandbookTests {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Audience ALL = new Audience.OfOrganiser();

    private final Handbooks handbooks = new Handbooks(new HandbookSettings(List.of()));
    private final Handbook book = Books.of(40, 12, 4, 3);

    @BeforeEach
    void aFontIsThere() {
        assumeTrue(handbooks.printable(), "no Chinese font on this machine");
    }

    private List<String> pages(Handbook of, Audience audience) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.pdf(of, audience, ZH, out);
        return pages(out.toByteArray());
    }

    private static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
            return pages;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String plain(String page) {
        return page.replaceAll("[\\s\u3000]", "");
    }

    private Set<String> met(Person p) {
        Set<String> companies = new HashSet<>();
        book.talks().stream().filter(t -> t.person().equals(p.id())).forEach(t -> companies.add(t.company()));
        return companies;
    }

    @Test
    void aPersonReadsOfNoOtherPerson() {
        for (Person reader : book.people().subList(0, 6)) {
            String all = plain(String.join("", pages(book, new Audience.OfPerson(reader.id()))));
            assertThat(all).contains(reader.name()).contains("湖北示例光电");
            for (Person other : book.people()) {
                assertThat(all).doesNotContain(other.phone());
                if (!other.name().equals(reader.name())) {
                    assertThat(all).doesNotContain(other.name());
                }
            }
            for (Handbook.Company c : book.companies()) {
                assertThat(all.contains(c.phone()))
                        .as(c.badge())
                        .isEqualTo(met(reader).contains(c.id()));
            }
        }
    }

    @Test
    void anEnterpriseReadsOfThoseWhoComeToIt() {
        for (Handbook.Company reader : book.companies()) {
            String all = plain(String.join("", pages(book, new Audience.OfEnterprise(reader.id()))));
            for (Person p : book.people()) {
                boolean meets = met(p).contains(reader.id());
                assertThat(all.contains(p.badge())).as(p.badge()).isEqualTo(meets);
                assertThat(all.contains(p.phone())).as(p.badge()).isEqualTo(meets && p.consent());
                assertThat(all.contains(p.badge() + p.name())).as(p.badge()).isEqualTo(meets && p.consent());
                assertThat(all).doesNotContain("清真餐");
            }
        }
    }

    /** The organiser's pages are handed out one by one. */
    @Test
    void noPageOfTheOrganiserCarriesThePhoneOfWhoDoesNotMeetThem() {
        int phones = 0;
        for (String page : pages(book, ALL)) {
            String text = plain(page);
            for (Person p : book.people()) {
                if (text.contains(p.phone())) {
                    phones++;
                    assertThat(book.companies().stream()
                                    .filter(c -> text.contains("·" + c.badge() + c.name())
                                            || text.contains(c.badge() + c.name() + "对接安排"))
                                    .map(Handbook.Company::id))
                            .as(p.badge())
                            .isNotEmpty()
                            .allMatch(met(p)::contains);
                    assertThat(p.consent()).isTrue();
                }
            }
        }
        assertThat(phones).isPositive();
    }

    @Test
    void everyPageTellsForWhomAndWhichVersionAndRareCharactersAreThere() {
        String all = "";
        for (String page : pages(book, ALL)) {
            assertThat(plain(page))
                    .contains("仅供承办方使用·第3版")
                    .contains("2026-11-29")
                    .containsPattern("第\\d+页");
            all += plain(page);
        }
        assertThat(all).contains("䶮", "𠮷安", "𬭎", "㛃", "→", "湖北省委人才办");
        List<String> one = pages(book, new Audience.OfPerson("p1"));
        assertThat(one.getFirst()).contains("引才专列");
        assertThat(plain(String.join("", one))).contains("□有意向□再谈□不合适").contains("应急联系");
    }

    @Test
    void whatNoFontHasIsToldByItsNumber() {
        Typeface face = Typefaces.find(List.of()).orElseThrow();
        String text = "甲" + Character.toString(0x10FFFD) + "乙";
        assertThat(face.text(text, 9, HandbookPdf.INK).getContent()).isEqualTo("甲〔U+10FFFD〕乙");
    }

    @Test
    void fontsAreEmbedded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.pdf(book, new Audience.OfPerson("p2"), ZH, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .isNotEmpty();
        }
    }

    @Test
    void onlyWhatChangedIsPrintedAgain() {
        List<Talk> talks = new ArrayList<>(book.talks());
        Talk old = talks.getFirst();
        talks.set(
                0,
                new Talk(
                        old.id(), old.person(), old.company(), "2026-12-05T15:00", "2026-12-05T15:30", 1, old.posts()));
        Handbook.Cover c = book.cover();
        Handbook next = new Handbook(
                new Handbook.Cover(
                        c.event(), c.title(), c.kind(), c.from(), c.to(), c.place(), c.organiser(), 4, "2026-11-30"),
                book.agenda(),
                book.routes(),
                book.companies(),
                book.people(),
                talks,
                book.texts());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.changes(book, next, ALL, ZH, out);
        List<String> pages = pages(out.toByteArray());
        assertThat(pages).hasSizeBetween(2, 4).allMatch(p -> plain(p).contains("第4版"));
        assertThat(plain(String.join("", pages))).contains("T001").contains("15:00–15:30");
        out.reset();
        handbooks.changes(next, next, ALL, ZH, out);
        assertThat(pages(out.toByteArray())).as("the cover alone").hasSize(1);
    }

    /** The door scans it from the person's own page, wherever that is printed. */
    @Test
    void everyPersonHasOneCodeForTheDoor() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.pdf(book, new Audience.OfPerson("p7"), ZH, out);
        assertThat(codes(out.toByteArray())).containsExactly("http://127.0.0.1:8080/events/900001/check-in?q=T007");
        out.reset();
        handbooks.pdf(book, new Audience.OfEnterprise("c1"), ZH, out);
        assertThat(codes(out.toByteArray())).isEmpty();
        out.reset();
        handbooks.pdf(book, ALL, ZH, out);
        assertThat(codes(out.toByteArray()))
                .containsExactlyElementsOf(
                        book.people().stream().map(Person::door).toList());
    }

    private static List<String> codes(byte[] pdf) throws Exception {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                        codes.add(read(image.getImage()));
                    }
                }
            }
        }
        return codes;
    }

    private static String read(BufferedImage dots) throws Exception {
        int w = dots.getWidth() * 8;
        int h = dots.getHeight() * 8;
        int[] pixels = new int[w * h];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = dots.getRGB(i % w / 8, i / w / 8);
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(w, h, pixels))))
                .getText();
    }

    @Test
    void whoDoesNotTakePartHasNoHandbook() {
        assertThatThrownBy(() -> handbooks.sections(book, new Audience.OfPerson("c1"), ZH))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
    }

    @Test
    void withoutAFontItSaysSo() {
        assertThat(Typefaces.among(List.of("/no/such.ttc", "pom.xml"))).isEmpty();
    }

    @Test
    void threeHundredPagesInTime() {
        Handbook large = Books.of(260, 60, 5, 1);
        long begin = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.pdf(large, ALL, ZH, out);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        int pages = pages(out.toByteArray()).size();
        System.out.printf("handbook: %d pages, %d KB, %d ms%n", pages, out.size() / 1024, took.toMillis());
        assertThat(pages).isGreaterThan(300);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handbooks.xlsx(book, new Audience.OfEnterprise("c1"), ZH, out);
        try (Workbook w = WorkbookFactory.create(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            assertThat(w.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .contains("第 3 版");
            int own = (int)
                    book.talks().stream().filter(t -> t.company().equals("c1")).count();
            assertThat(w.getSheetAt(0).getLastRowNum()).isEqualTo(1 + own);
            assertThat(w.getSheetAt(1).getLastRowNum()).isEqualTo(1 + 12);
        }
    }
}
