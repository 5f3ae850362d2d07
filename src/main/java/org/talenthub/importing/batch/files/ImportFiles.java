package org.talenthub.importing.batch.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.sealing.Sealing;

/** The uploaded files, packed and sealed, in pieces; any hub can take any batch up from here. */
@Component
public class ImportFiles {

    private static final int PIECE = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final JdbcTemplate jdbc;
    private final Sealing sealing;
    private final Workspace workspace;

    ImportFiles(JdbcTemplate jdbc, Sealing sealing, Workspace workspace) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.workspace = workspace;
    }

    /** Reads the whole file; inside the caller's transaction. */
    public void store(long batch, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (int seq = 0; ; seq++) {
                byte[] piece = in.readNBytes(PIECE);
                if (piece.length == 0) {
                    return;
                }
                byte[] packed = packed(piece);
                boolean smaller = packed.length < piece.length; // a workbook is packed already
                jdbc.update(
                        "insert into import_file (batch_id, seq, packed, bytes) values (?, ?, ?, ?)",
                        batch,
                        seq,
                        smaller,
                        sealing.seal(smaller ? packed : piece, place(batch, seq, smaller)));
            }
        }
    }

    /** Lays the file out in clear for the time of the work; whoever asks deletes it. */
    public Path restore(long batch) throws IOException {
        Path file = workspace.file();
        try (OutputStream out = Files.newOutputStream(file)) {
            Integer pieces =
                    jdbc.queryForObject("select count(*) from import_file where batch_id = ?", Integer.class, batch);
            if (pieces != null && pieces == 0) {
                throw Problem.conflict("file.erased", Sentence.of("refused.file.erased"));
            }
            for (int seq = 0; pieces != null && seq < pieces; seq++) {
                int piece = seq;
                byte[] plain = jdbc.queryForObject(
                        "select packed, bytes from import_file where batch_id = ? and seq = ?",
                        (rs, i) -> {
                            boolean packed = rs.getBoolean(1);
                            byte[] opened = sealing.open(rs.getBytes(2), place(batch, piece, packed));
                            return packed ? unpacked(opened) : opened;
                        },
                        batch,
                        seq);
                if (plain != null) {
                    out.write(plain);
                }
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    public void delete(long batch) {
        jdbc.update("delete from import_file where batch_id = ?", batch);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        Deflater quick = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(packed, quick, BUFFER)) {
            out.write(plain);
        } finally {
            quick.end();
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(long batch, int seq, boolean packed) {
        return "import_file/" + batch + '/' + seq + (packed ? "/packed" : "");
    }

    /** Of a file, lower-case hex. */
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In bytes. */
    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
