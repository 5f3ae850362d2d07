package org.talenthub.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.sealing.Sealing;

/** The bytes of PDF files up to 20 MB, sealed, in pieces, so that none is ever whole in memory. */
@Component
class SealedPdf {

    /** Bytes that a file may have. */
    static final long MOST = 20L << 20;

    /** Of a file that comes now; those that are kept may have been cut otherwise. */
    private static final int PIECE = 256 << 10;

    private static final int OVERLAP = 16;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final JdbcClient jdbc;
    private final Sealing sealing;

    SealedPdf(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** What was kept. */
    record Kept(long size, String sha256) {}

    /** @throws Problem 413 larger than 20 MB, 415 for what is no PDF, 422 for an empty, an encrypted or half a one */
    Kept keep(long file, InputStream in) throws IOException {
        MessageDigest digest = digest();
        long size = 0;
        boolean ended = false;
        byte[] tail = new byte[0];
        for (int seq = 0; ; seq++) {
            byte[] piece = in.readNBytes(PIECE);
            if (seq == 0) {
                check(piece);
            }
            if (piece.length == 0) {
                break;
            }
            size += piece.length;
            if (size > MOST) {
                throw new Problem(413, "evidence.large", Sentence.of("refused.evidence.large"));
            }
            byte[] seam = seam(tail, piece);
            if (has(piece, ENCRYPT) || has(seam, ENCRYPT)) {
                throw Problem.unusable("evidence.encrypted", Sentence.of("refused.evidence.encrypted"));
            }
            ended |= has(piece, END) || has(seam, END);
            tail = Arrays.copyOfRange(piece, Math.max(0, piece.length - OVERLAP), piece.length);
            digest.update(piece);
            jdbc.sql("insert into carrier_application_piece (file_id, seq, bytes) values (?, ?, ?)")
                    .params(file, seq, sealing.seal(piece, place(file, seq)))
                    .update();
        }
        if (!ended) {
            throw Problem.unusable("evidence.broken", Sentence.of("refused.evidence.broken"));
        }
        return new Kept(size, HexFormat.of().formatHex(digest.digest()));
    }

    void write(long file, long size, OutputStream out) throws IOException {
        long written = 0;
        for (int seq = 0; written < size; seq++) {
            byte[] sealed = jdbc.sql("select bytes from carrier_application_piece where file_id = ? and seq = ?")
                    .params(file, seq)
                    .query((rs, i) -> rs.getBytes(1))
                    .single();
            byte[] piece = sealing.open(sealed, place(file, seq));
            out.write(piece);
            written += piece.length;
        }
    }

    /** The end of the last piece and the beginning of this one, for words that stand across. */
    private static byte[] seam(byte[] tail, byte[] piece) {
        int after = Math.min(OVERLAP, piece.length);
        byte[] seam = Arrays.copyOf(tail, tail.length + after);
        System.arraycopy(piece, 0, seam, tail.length, after);
        return seam;
    }

    private static boolean has(byte[] bytes, byte[] word) {
        for (int i = 0; i <= bytes.length - word.length; i++) {
            if (bytes[i] == word[0] && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    /** Without the folders before it. */
    static String name(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static void check(byte[] first) {
        if (first.length == 0) {
            throw Problem.unusable("evidence.empty", Sentence.of("refused.evidence.empty"));
        }
        for (int i = 0; i < PDF.length; i++) {
            if (i >= first.length || first[i] != PDF[i]) {
                throw new Problem(415, "evidence.kind", Sentence.of("refused.evidence.kind"));
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(long file, int seq) {
        return "carrier_application_piece/" + file + '/' + seq;
    }
}
