package org.talenthub.analysis;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.talenthub.analysis.signs.Lists;

/** Tells which plugin a cluster has: any text has one token, the version. */
@NamedComponent(AnalysisPlugin.VERSION_ANALYZER)
public final class VersionAnalyzer implements AnalyzerFactory {

    /** Only in the plugin. */
    static final String FILE = "version.txt";

    @Override
    public Analyzer create() {
        String version = Lists.lines(FILE).getFirst();
        return HubTokenizer.analyzer(text -> List.of(new Tokens.Token(version, 0, 0, 1)));
    }
}
