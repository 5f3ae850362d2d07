package org.talenthub.events.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what to print Chinese with: no such font comes with the hub (none is on Maven Central), so it is one that was named or that systems
 * have in known places. Rare characters that the first lacks are looked for in the others.
 */
final class Typefaces {

    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);
    private static final int ENOUGH = 3;

    /** Linux, then Windows, then macOS; those with the most characters first. */
    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/arphic/uming.ttc",
            "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
            "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
            "C:/Windows/Fonts/msyh.ttc",
            "C:/Windows/Fonts/simsun.ttc",
            "C:/Windows/Fonts/simsunb.ttf",
            "/System/Library/Fonts/Hiragino Sans GB.ttc",
            "/System/Library/Fonts/STHeiti Light.ttc",
            "/Library/Fonts/Arial Unicode.ttf");

    private Typefaces() {}

    static Optional<Typeface> find(List<String> named) {
        return among(Stream.concat(named.stream(), KNOWN.stream()).toList());
    }

    static Optional<Typeface> among(List<String> files) {
        List<BaseFont> found = new ArrayList<>();
        BaseFont bold = null;
        for (String file : files) {
            if (found.size() == ENOUGH) {
                break;
            }
            Optional<BaseFont> font = load(file);
            if (font.isPresent()) {
                if (found.isEmpty()) {
                    bold = load(file.replace("-Regular.", "-Bold.")).orElse(font.get());
                }
                found.add(font.get());
            }
        }
        return found.isEmpty() || bold == null ? Optional.empty() : Optional.of(new Typeface(found, bold));
    }

    private static Optional<BaseFont> load(String file) {
        if (!Files.isReadable(Path.of(file))) {
            return Optional.empty();
        }
        try {
            BaseFont font = BaseFont.createFont(face(file), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            font.setSubset(true);
            return font.charExists('汉') ? Optional.of(font) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Font {} cannot be used: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Of a collection that of simplified Chinese. */
    private static String face(String file) throws IOException {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".ttc")) {
            return file;
        }
        String[] names = BaseFont.enumerateTTCNames(file);
        for (int i = 0; i < names.length; i++) {
            if (names[i].toLowerCase(Locale.ROOT).matches(".*sc([- ].*)?")) {
                return file + "," + i;
            }
        }
        return file + ",0";
    }
}
