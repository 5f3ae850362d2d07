package org.talenthub.indexing.indices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.talenthub.analysis.AnalysisPlugin;

/**
 * What an index should look like.
 *
 * @param alias the name it is searched and written by; {@code talents}, behind the hub's prefix
 * @param json settings and mappings, the text of {@code index-mappings/<index>.json}, spread as the operator wants it
 * @param hash of that text, of what documents hold and of the analysis plugin with its dictionaries; an index built from others is rebuilt
 */
public record IndexDefinition(String alias, DocumentSource source, String json, String hash) {

    /** Raised when documents come to hold something else in the same fields, so that indices are filled anew. */
    private static final byte CONTENT = 2;

    private static final String BUILDING = ".building";

    static IndexDefinition of(DocumentSource source, String prefix, Spread spread) {
        String file = "/index-mappings/" + source.index() + ".json";
        try (InputStream in = IndexDefinition.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file.substring(1) + " is missing");
            }
            String text = spread.withShards(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update(CONTENT);
            digest.update(AnalysisPlugin.version().getBytes(StandardCharsets.UTF_8));
            return new IndexDefinition(
                    prefix + source.index(),
                    source,
                    spread.withReplicas(text),
                    HexFormat.of().formatHex(digest.digest(), 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String type() {
        return source.type();
    }

    /** The alias that an index carries while it is being filled. */
    public String building() {
        return alias + BUILDING;
    }

    public static boolean isBuilding(String alias) {
        return alias.endsWith(BUILDING);
    }
}
