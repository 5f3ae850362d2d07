package org.talenthub.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.talenthub.security.Sealing;

/** The uploaded files, sealed, in pieces; any hub can take any batch up from here. */
@Component
class ImportFiles {

    private static final int PIECE = 1 << 20;

    private final JdbcTemplate jdbc;
    private final Sealing sealing;
    private final Workspace workspace;

    ImportFiles(JdbcTemplate jdbc, Sealing sealing, Workspace workspace) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.workspace = workspace;
    }

    /** Reads the whole file; inside the caller's transaction. */
    void store(long batch, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (int seq = 0; ; seq++) {
                byte[] piece = in.readNBytes(PIECE);
                if (piece.length == 0) {
                    return;
                }
                jdbc.update(
                        "insert into import_file (batch_id, seq, bytes) values (?, ?, ?)",
                        batch,
                        seq,
                        sealing.seal(piece, place(batch, seq)));
            }
        }
    }

    /** Lays the file out in clear for the time of the work; whoever asks deletes it. */
    Path restore(long batch) throws IOException {
        Path file = workspace.file();
        try (OutputStream out = Files.newOutputStream(file)) {
            Integer pieces =
                    jdbc.queryForObject("select count(*) from import_file where batch_id = ?", Integer.class, batch);
            for (int seq = 0; pieces != null && seq < pieces; seq++) {
                byte[] sealed = jdbc.queryForObject(
                        "select bytes from import_file where batch_id = ? and seq = ?", byte[].class, batch, seq);
                if (sealed != null) {
                    out.write(sealing.open(sealed, place(batch, seq)));
                }
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    void delete(long batch) {
        jdbc.update("delete from import_file where batch_id = ?", batch);
    }

    private static String place(long batch, int seq) {
        return "import_file/" + batch + '/' + seq;
    }
}
