package org.talenthub.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.elasticsearch.plugin.NamedComponent;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.talenthub.analysis.signs.Characters;
import org.talenthub.analysis.signs.Signs;

/**
 * The plugin, packed from what is on the class path: this package's classes and the files of {@code index-mappings/analysis/}. So the
 * embedded node, the zip for clusters and the hub that asks them always agree; {@link #version} changes with every edit.
 */
public final class AnalysisPlugin {

    public static final String NAME = "talent-hub-analysis";

    /** Answers any text with the version of the plugin. */
    public static final String VERSION_ANALYZER = "hub_version";

    private static final String PACKAGE = "org/talenthub/analysis/";
    private static final String DICTIONARIES = "index-mappings/analysis/";
    private static final String ELASTICSEARCH = "9.5.2";
    private static final AnalysisPlugin THIS = new AnalysisPlugin();

    private final Map<String, byte[]> content = new TreeMap<>();
    private final String version;

    private AnalysisPlugin() {
        try {
            collect("classpath*:" + PACKAGE + "*.class", PACKAGE);
            collect("classpath*:" + PACKAGE + "signs/*.class", PACKAGE + "signs/");
            collect("classpath*:" + DICTIONARIES + "*.txt", DICTIONARIES);
            content.keySet()
                    .removeIf(n -> n.startsWith(PACKAGE + "AnalysisPlugin") || n.endsWith("package-info.class"));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            version = HexFormat.of().formatHex(digest.digest(), 0, 6);
            content.put(DICTIONARIES + VersionAnalyzer.FILE, version.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void collect(String pattern, String directory) throws IOException {
        for (Resource r : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            content.put(directory + r.getFilename(), r.getContentAsByteArray());
        }
    }

    /** Of the classes and the dictionaries; an index that was built with another one is rebuilt. */
    public static String version() {
        return THIS.version;
    }

    /** The name of the zip in {@code target/}. */
    public static String zip() {
        return NAME + "-" + ELASTICSEARCH + ".zip";
    }

    /** The files of the plugin as Elasticsearch wants them in {@code plugins/<name>/}. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("stable-plugin-descriptor.properties", descriptor().getBytes(StandardCharsets.UTF_8));
        files.put("named_components.json", components().getBytes(StandardCharsets.UTF_8));
        files.put(NAME + ".jar", pack(THIS.content));
        return files;
    }

    /** Writes the zip for {@code elasticsearch-plugin install}. */
    public static void main(String[] args) throws IOException {
        Path zip = Path.of(args[0]).resolve(zip());
        Files.createDirectories(Path.of(args[0]));
        Files.write(zip, pack(files()));
    }

    private static byte[] pack(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(e.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String descriptor() {
        return """
                name=%s
                description=Chinese analysis of the Hubei talent hub
                version=%s
                elasticsearch.version=%s
                java.version=25
                """.formatted(NAME, version(), ELASTICSEARCH);
    }

    private static String components() {
        String analyzers = Stream.of(
                        IndexAnalyzer.class, PhraseAnalyzer.class, WordsAnalyzer.class, VersionAnalyzer.class)
                .map(c -> "\"%s\": \"%s\""
                        .formatted(c.getAnnotation(NamedComponent.class).value(), c.getName()))
                .collect(Collectors.joining(", "));
        return "{\"org.elasticsearch.plugin.analysis.AnalyzerFactory\": {" + analyzers + "}}";
    }

    /** Whether the dictionaries have this very word. */
    public static boolean knows(String word) {
        WordTree words = Lexicon.shipped().words();
        return words.number(words.follow(WordTree.ROOT, Signs.key(word))) > 0;
    }

    /** Whether a word is the name of a unit, which belongs to the number before it. */
    public static boolean unit(String word) {
        return Spellings.unit(Characters.fold(word));
    }

    /** The words of the field (technologies, products, posts) that a text is made of, in their order. */
    public static List<String> terms(String text) {
        return Tokens.shipped().terms(text);
    }

    /** Whether a word only stands between others. */
    public static boolean stops(String word) {
        return Lexicon.shipped().stops(Signs.key(word));
    }

    /** Whether less than half of the text are Chinese characters that stand in no word of the dictionaries, as those of a rare name. */
    public static boolean reads(String text) {
        String key = Signs.key(text);
        long rare = key.codePoints()
                .filter(Character::isIdeographic)
                .filter(c -> !Lexicon.shipped().uses(c))
                .count();
        return 2 * rare < key.length();
    }
}
