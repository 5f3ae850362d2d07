package org.talenthub.pictures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.sealing.Sealing;

/** Photographs by whom they belong to. Who may add and see them is asked before. */
@Component
public class Pictures {

    /** Bytes that an uploaded file may have. */
    public static final int MOST = 10 << 20;

    private static final int MOST_OF_ONE = 12;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int LONGEST_CAPTION = 200;
    private static final int LONGEST_NAME = 200;
    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    Pictures(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /**
     * What one has, in the order in which they came.
     *
     * @param owner kind of what they belong to, at most 16 letters
     */
    public List<Picture> of(String owner, long id) {
        return jdbc.sql("select id, name, caption, kind, width, height, size, sha256, uploaded_by, uploaded_at from picture"
                        + " where owner = ? and owner_id = ? order by id")
                .params(owner, id)
                .query(Pictures::picture)
                .list();
    }

    private static Picture picture(ResultSet rs, int i) throws SQLException {
        return new Picture(
                Ids.text(rs.getLong(1)),
                rs.getString(2),
                rs.getString(3),
                PictureKind.valueOf(rs.getString(4)),
                rs.getInt(5),
                rs.getInt(6),
                rs.getLong(7),
                rs.getString(8),
                rs.getString(9),
                rs.getTimestamp(10).toInstant());
    }

    /** @throws Problem 404 */
    public Picture one(String owner, long id, String picture) {
        return of(owner, id).stream()
                .filter(p -> p.id().equals(picture))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 without a caption, 409 when there are many, 413 larger than 10 MB, 415 for what is no JPEG or PNG, 422 for half a file */
    @Transactional
    public Picture add(String owner, long id, String fileName, String caption, InputStream in, String by)
            throws IOException {
        String said = caption.strip();
        if (said.isEmpty() || said.length() > LONGEST_CAPTION) {
            throw Problem.badRequest("picture.caption", Sentence.of("refused.picture.caption", LONGEST_CAPTION));
        }
        if (of(owner, id).size() >= MOST_OF_ONE) {
            throw Problem.conflict("picture.many", Sentence.of("refused.picture.many", MOST_OF_ONE));
        }
        byte[] file = in.readNBytes(MOST + 1);
        if (file.length > MOST) {
            throw new Problem(413, "picture.large", Sentence.of("refused.picture.large"));
        }
        PictureKind kind = PictureKind.of(file)
                .orElseThrow(() -> new Problem(415, "picture.kind", Sentence.of("refused.picture.kind")));
        PictureKind.Bare bare = kind.bare(file);
        if ((long) bare.width() * bare.height() > MOST_PIXELS) {
            throw Problem.unusable("picture.pixels", Sentence.of("refused.picture.pixels"));
        }
        long picture = Ids.next();
        Picture kept = new Picture(
                Ids.text(picture),
                name(fileName),
                said,
                kind,
                bare.width(),
                bare.height(),
                bare.bytes().length,
                sha256(bare.bytes()),
                by,
                Instant.now());
        jdbc.sql("insert into picture (id, owner, owner_id, name, caption, kind, width, height, size, sha256, uploaded_by,"
                        + " uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        picture,
                        owner,
                        id,
                        kept.name(),
                        said,
                        kind.name(),
                        kept.width(),
                        kept.height(),
                        kept.size(),
                        kept.sha256(),
                        by,
                        Timestamp.from(kept.at()))
                .update();
        for (int seq = 0; (long) seq * PIECE < kept.size(); seq++) {
            byte[] piece = Arrays.copyOfRange(
                    bare.bytes(), seq * PIECE, Math.min(bare.bytes().length, (seq + 1) * PIECE));
            jdbc.sql("insert into picture_piece (picture_id, seq, bytes) values (?, ?, ?)")
                    .params(picture, seq, sealing.seal(piece, place(picture, seq)))
                    .update();
        }
        return kept;
    }

    public void write(Picture picture, OutputStream out) throws IOException {
        long id = Ids.parse(picture.id()).orElseThrow(Problem::notFound);
        for (int seq = 0; (long) seq * PIECE < picture.size(); seq++) {
            byte[] sealed = jdbc.sql("select bytes from picture_piece where picture_id = ? and seq = ?")
                    .params(id, seq)
                    .query((rs, i) -> rs.getBytes(1))
                    .single();
            out.write(sealing.open(sealed, place(id, seq)));
        }
    }

    /** The whole picture. */
    public byte[] bytes(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(picture.size()));
        write(picture, out);
        return out.toByteArray();
    }

    /** @throws Problem 404 */
    @Transactional
    public void remove(String owner, long id, String picture) {
        long gone = Ids.parse(one(owner, id, picture).id()).orElseThrow(Problem::notFound);
        jdbc.sql("delete from picture_piece where picture_id = ?").param(gone).update();
        jdbc.sql("delete from picture where id = ?").param(gone).update();
    }

    private static String name(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(long picture, int seq) {
        return "picture_piece/" + picture + '/' + seq;
    }
}
