package org.talenthub.importing.sheet.csv;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Refusal;

/**
 * Finds a text file's encoding by decoding it whole and strictly: a file that is valid UTF-8 is UTF-8, else GB18030 (which holds
 * GBK and GB2312). Statistics come last, they are wrong too often on short tables.
 */
public final class CsvCharset {

    /** @param lines line feeds in the file, at least 1 */
    public record Found(Charset charset, long lines) {}

    private record Pass(boolean valid, boolean cut, boolean beyondAscii, long lines) {}

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 16;
    private static final int MIN_CONFIDENCE = 50;

    private CsvCharset() {}

    /** @throws Problem 415 for binary content, 422 for an unknown encoding or an end cut off inside a character */
    public static Found of(Original file) throws IOException {
        byte[] sample;
        try (InputStream in = file.open()) {
            sample = in.readNBytes(SAMPLE);
        }
        Charset wide = wide(sample);
        if (wide != null) {
            Pass pass = decode(file, wide);
            if (pass.cut()) {
                throw cutOff();
            }
            if (!pass.valid()) {
                throw unknown();
            }
            return new Found(wide, pass.lines());
        }
        if (count(sample, (byte) 0, 0, 1) > 0) {
            throw Refusal.kind("binary");
        }
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            Pass pass = decode(file, charset);
            if (pass.valid()) {
                return new Found(charset, pass.lines());
            }
            if (pass.cut() && pass.beyondAscii()) {
                throw cutOff();
            }
        }
        return guess(file, sample);
    }

    private static Found guess(Original file, byte[] sample) throws IOException {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match != null && match.getConfidence() >= MIN_CONFIDENCE && Charset.isSupported(match.getName())) {
            Charset charset = Charset.forName(match.getName());
            Pass pass = decode(file, charset);
            // single-byte encodings decode anything and so prove nothing
            if (pass.valid() && charset.newEncoder().maxBytesPerChar() > 1) {
                return new Found(charset, pass.lines());
            }
        }
        throw unknown();
    }

    private static @Nullable Charset wide(byte[] sample) {
        if (sample.length >= 2 && sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (sample.length >= 2 && sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        // without a mark: the separators, digits and line ends of a table have a zero byte on one side; text never has
        // two
        int even = count(sample, (byte) 0, 0, 2);
        int odd = count(sample, (byte) 0, 1, 2);
        if (odd >= 4 && odd > 2 * even) {
            return StandardCharsets.UTF_16LE;
        }
        return even >= 4 && even > 2 * odd ? StandardCharsets.UTF_16BE : null;
    }

    private static int count(byte[] bytes, byte what, int from, int step) {
        int found = 0;
        for (int i = from; i < bytes.length; i += step) {
            if (bytes[i] == what) {
                found++;
            }
        }
        return found;
    }

    private static Pass decode(Original file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
        CharBuffer chars = CharBuffer.allocate(SAMPLE);
        boolean beyondAscii = false;
        long lines = 1;
        try (InputStream in = file.open()) {
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(n, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                while (result.isOverflow()) {
                    chars.clear();
                    result = decoder.decode(bytes, chars, end);
                }
                for (int i = 0; i < chars.position(); i++) {
                    char c = chars.get(i);
                    beyondAscii |= c > 0x7F;
                    lines += c == '\n' ? 1 : 0;
                }
                chars.clear();
                if (result.isError()) {
                    boolean cut = end && result.length() == bytes.remaining();
                    return new Pass(false, cut, beyondAscii, lines);
                }
                bytes.compact();
            }
        }
        return new Pass(true, false, beyondAscii, lines);
    }

    private static Problem cutOff() {
        return Refusal.broken(Sentence.of("refused.file.broken.cutOff"));
    }

    private static Problem unknown() {
        return Problem.unusable("file.charset", Sentence.of("refused.file.charset"));
    }
}
