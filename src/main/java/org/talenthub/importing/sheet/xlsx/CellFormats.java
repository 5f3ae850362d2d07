package org.talenthub.importing.sheet.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.file.Refusal;

/** What a workbook's cell formats make of a number: a date of some precision, padding zeros, or just the number. */
public final class CellFormats {

    /** How a number with this format reads. */
    enum Shape {
        PLAIN,
        DAY,
        MONTH,
        YEAR,
        TIME,
        /** Only zeros: 000123. */
        PADDED,
        /** Two decimals always, as in 1985.10. */
        TWO_DECIMALS
    }

    record Look(Shape shape, int width) {}

    private static final Look PLAIN = new Look(Shape.PLAIN, 0);

    /** The format's own limits on looks of cells and on number formats, generously. */
    private static final int MOST_LOOKS = 1 << 17;

    private static final int MOST_FORMATS = 10_000;

    private final List<Look> looks;

    private CellFormats(List<Look> looks) {
        this.looks = looks;
    }

    Look look(int style) {
        return style >= 0 && style < looks.size() ? looks.get(style) : PLAIN;
    }

    public static CellFormats read(@Nullable InputStream styles) throws XMLStreamException {
        List<Integer> ids = new ArrayList<>();
        Map<Integer, String> codes = new HashMap<>();
        if (styles != null) {
            read(Xml.open(styles), ids, codes);
        }
        Map<Integer, Look> known = new HashMap<>();
        return new CellFormats(ids.stream()
                .map(id -> known.computeIfAbsent(id, i -> look(i, codes.get(i))))
                .toList());
    }

    private static void read(XMLStreamReader xml, List<Integer> ids, Map<Integer, String> codes)
            throws XMLStreamException {
        boolean inFormats = false;
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                continue;
            }
            boolean start = event == XMLStreamConstants.START_ELEMENT;
            switch (xml.getLocalName()) {
                // the same elements appear again under dxfs and cellStyleXfs
                case "numFmts" -> inFormats = start;
                case "cellXfs" -> inCells = start;
                case "numFmt" -> {
                    String code = start && inFormats ? Xml.attribute(xml, "formatCode") : null;
                    if (code != null) {
                        codes.put(Xml.intAttribute(xml, "numFmtId", -1), code);
                    }
                    bounded(codes.size(), MOST_FORMATS);
                }
                case "xf" -> {
                    if (start && inCells) {
                        ids.add(Xml.intAttribute(xml, "numFmtId", 0));
                    }
                    bounded(ids.size(), MOST_LOOKS);
                }
                default -> {}
            }
        }
    }

    private static void bounded(int found, int most) {
        if (found > most) {
            throw Refusal.bomb();
        }
    }

    /**
     * Formats below 164 need no code in the file. 27 to 36 and 50 to 58 mean dates in Chinese editions of Excel (ECMA-376 part 1,
     * 18.8.30, zh-cn), which POI's own test does not know.
     */
    static Look look(int id, @Nullable String code) {
        if (code != null) {
            return look(code);
        }
        return switch (id) {
            case 2, 4, 39, 40 -> new Look(Shape.TWO_DECIMALS, 2);
            case 14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58 -> new Look(Shape.DAY, 0);
            case 17, 27, 36, 50, 52, 57 -> new Look(Shape.MONTH, 0);
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> new Look(Shape.TIME, 0);
            default -> PLAIN;
        };
    }

    static Look look(String code) {
        String bare = bare(code);
        if (bare.matches("0{2,30}")) {
            return new Look(Shape.PADDED, bare.length());
        }
        if (bare.matches("(#,##)?0\\.00_?")) {
            return new Look(Shape.TWO_DECIMALS, 2);
        }
        if (bare.matches(".*[#?@].*") || bare.matches(".*(?<![s.0])0.*") || bare.matches(".*[a-z&&[^ymdhsegbap]].*")) {
            return PLAIN;
        }
        boolean year = bare.contains("y") || bare.contains("e");
        boolean time = bare.contains("h") || bare.contains("s");
        if (bare.contains("d")) {
            return new Look(Shape.DAY, 0);
        }
        if (bare.contains("m") && (year || !time)) {
            return new Look(Shape.MONTH, 0);
        }
        if (year) {
            return new Look(Shape.YEAR, 0);
        }
        return time ? new Look(Shape.TIME, 0) : PLAIN;
    }

    /** The first section in lower case without quoted text, colours and locales in brackets, escapes and fillers. */
    private static String bare(String code) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == ';') {
                break;
            } else if (c == '"') {
                int end = code.indexOf('"', i + 1);
                i = end < 0 ? code.length() : end;
            } else if (c == '[') {
                int end = code.indexOf(']', i + 1);
                String inside = code.substring(i + 1, end < 0 ? code.length() : end);
                if (inside.matches("(?i)h+|m+|s+")) {
                    out.append('h');
                }
                i = end < 0 ? code.length() : end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT).strip();
    }
}
