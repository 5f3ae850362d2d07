package org.talenthub.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer for phrases, see {@link Tokens#phrase}. */
@NamedComponent("hub_phrase")
public final class PhraseAnalyzer implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return HubTokenizer.analyzer(Tokens.shipped()::phrase);
    }
}
