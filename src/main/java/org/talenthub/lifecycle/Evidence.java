package org.talenthub.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;

/** Papers of an application: PDF files up to 20 MB, sealed, in pieces, so that none is ever whole in memory. */
@Component
public class Evidence {

    /** Bytes that a paper may have. */
    public static final long MOST = 20L << 20;

    private static final int PIECE = 1 << 20;
    private static final int MOST_FILES = 50;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Applying applying;

    Evidence(JdbcClient jdbc, Sealing sealing, Applying applying) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.applying = applying;
    }

    public record Paper(String id, String name, long size, String sha256, String by, Instant at) {}

    public List<Paper> of(Application a) {
        return jdbc.sql("select id, name, size, sha256, uploaded_by, uploaded_at from carrier_application_file"
                        + " where application_id = ? order by id")
                .param(a.id())
                .query((rs, i) -> new Paper(
                        Ids.text(rs.getLong(1)),
                        rs.getString(2),
                        rs.getLong(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getTimestamp(6).toInstant()))
                .list();
    }

    /**
     * @throws Problem 413 larger than 20 MB, 415 for what is no PDF, 422 for an empty or encrypted one, 403 and 409 when nothing may be added
     */
    @Transactional
    public Paper add(String id, String fileName, InputStream in, Viewer viewer) throws IOException {
        Application a = applying.get(id, viewer);
        if (applying.level(a, viewer).isEmpty()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.add"));
        }
        List<Paper> before = of(a);
        if (before.size() >= MOST_FILES) {
            throw Problem.conflict("evidence.many", Sentence.of("refused.evidence.many", MOST_FILES));
        }
        long file = Ids.next();
        java.security.MessageDigest digest = digest();
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
            String seen =
                    new String(tail, StandardCharsets.ISO_8859_1) + new String(piece, StandardCharsets.ISO_8859_1);
            if (seen.contains("/Encrypt")) {
                throw Problem.unusable("evidence.encrypted", Sentence.of("refused.evidence.encrypted"));
            }
            ended |= seen.contains("%%EOF");
            tail = java.util.Arrays.copyOfRange(piece, Math.max(0, piece.length - 16), piece.length);
            digest.update(piece);
            jdbc.sql("insert into carrier_application_piece (file_id, seq, bytes) values (?, ?, ?)")
                    .params(file, seq, sealing.seal(piece, place(file, seq)))
                    .update();
        }
        if (!ended) {
            throw Problem.unusable("evidence.broken", Sentence.of("refused.evidence.broken"));
        }
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        Paper paper = new Paper(
                Ids.text(file),
                name.length() > 200 ? name.substring(name.length() - 200) : name,
                size,
                java.util.HexFormat.of().formatHex(digest.digest()),
                viewer.displayName(),
                Instant.now());
        jdbc.sql(
                        "insert into carrier_application_file (id, application_id, name, size, sha256, uploaded_by, uploaded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(file, a.id(), paper.name(), size, paper.sha256(), paper.by(), Timestamp.from(paper.at()))
                .update();
        return paper;
    }

    /** @throws Problem 404 when the paper does not exist for the viewer */
    public Paper paper(String id, String file, Viewer viewer) {
        return of(applying.get(id, viewer)).stream()
                .filter(p -> p.id().equals(file))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    public void write(Paper paper, OutputStream out) throws IOException {
        long file = Ids.parse(paper.id()).orElseThrow(Problem::notFound);
        int pieces = (int) ((paper.size() + PIECE - 1) / PIECE);
        for (int seq = 0; seq < pieces; seq++) {
            byte[] sealed = jdbc.sql("select bytes from carrier_application_piece where file_id = ? and seq = ?")
                    .params(file, seq)
                    .query((rs, i) -> rs.getBytes(1))
                    .single();
            out.write(sealing.open(sealed, place(file, seq)));
        }
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

    private static java.security.MessageDigest digest() {
        try {
            return java.security.MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(long file, int seq) {
        return "carrier_application_piece/" + file + '/' + seq;
    }
}
