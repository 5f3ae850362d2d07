package org.talenthub.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer for writing, see {@link Tokens#index}. */
@NamedComponent("hub_index")
public final class IndexAnalyzer implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return HubTokenizer.analyzer(Tokens.shipped()::index);
    }
}
