package org.talenthub.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer for typed words, see {@link Tokens#words}. */
@NamedComponent("hub_words")
public final class WordsAnalyzer implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return HubTokenizer.analyzer(Tokens.shipped()::words);
    }
}
