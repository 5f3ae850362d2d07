package org.talenthub.analysis;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.talenthub.analysis.Tokens.Token;
import org.talenthub.analysis.signs.Characters;

/** {@link Tokens} as Lucene wants them. A value is read whole: fields are sentences, not books. */
final class HubTokenizer extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Function<String, List<Token>> tokens;
    private Iterator<Token> rest = List.<Token>of().iterator();
    private char[] buffer = new char[256];
    private int length;

    private HubTokenizer(Function<String, List<Token>> tokens) {
        this.tokens = tokens;
    }

    static Analyzer analyzer(Function<String, List<Token>> tokens) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new HubTokenizer(tokens));
            }
        };
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        Token t = rest.next();
        term.append(t.text());
        offset.setOffset(correctOffset(t.from()), correctOffset(t.to()));
        increment.setPositionIncrement(t.advance());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        for (int n = input.read(buffer); n >= 0; n = input.read(buffer, length, buffer.length - length)) {
            length += n;
            if (length == buffer.length) {
                buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
        rest = tokens.apply(new String(Characters.fold(buffer, length))).iterator();
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
