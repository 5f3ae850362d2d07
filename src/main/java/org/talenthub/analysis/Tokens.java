package org.talenthub.analysis;

import java.util.ArrayList;
import java.util.List;
import org.talenthub.analysis.Segmenter.Word;
import org.talenthub.analysis.signs.Characters;
import org.talenthub.analysis.signs.Signs;
import org.talenthub.analysis.signs.Signs.Sign;

/**
 * The tokens of a text. Positions count signs when writing and in phrases, so that a phrase finds exactly the texts that contain that run of
 * signs; in words they count words.
 */
public final class Tokens {

    /** @param advance positions after the token before */
    record Token(String text, int from, int to, int advance) {}

    private final Lexicon lexicon;
    private final Synonyms synonyms;
    private final Segmenter segmenter;

    Tokens(Lexicon lexicon, Synonyms synonyms) {
        this.lexicon = lexicon;
        this.synonyms = synonyms;
        this.segmenter = new Segmenter(lexicon);
    }

    static Tokens shipped() {
        return new Tokens(Lexicon.shipped(), Synonyms.shipped());
    }

    /** For writing: each sign, each pair of characters, each word of the lexicon, wherever they overlap. */
    List<Token> index(String folded) {
        List<Sign> signs = Signs.of(folded);
        List<Token> tokens = new ArrayList<>(signs.size() * 3);
        for (int i = 0; i < signs.size(); i++) {
            Sign s = signs.get(i);
            tokens.add(new Token(s.text(), s.from(), s.to(), 1));
            if (!s.bare().equals(s.text())) {
                tokens.add(new Token(s.bare(), s.from(), s.to(), 0));
            }
            Spellings.parts(s).forEach(p -> tokens.add(new Token(p, s.from(), s.to(), 0)));
            for (int from = Math.max(0, i - 3); from <= i; from++) {
                for (Spellings.Joined j : Spellings.joined(folded, signs, from)) {
                    // at both ends, so that phrases with what stands before and behind find it; starts never go back
                    if (from == i) {
                        int to = signs.get(j.last()).to();
                        tokens.add(new Token(j.text(), s.from(), to, 0));
                        // 3.0 of USB3.0
                        Spellings.parts(j.text()).forEach(p -> tokens.add(new Token(p, s.from(), to, 0)));
                    } else if (j.last() == i && !s.han()) {
                        tokens.add(new Token(j.text(), s.from(), s.to(), 0));
                    }
                }
            }
            if (pair(signs, i)) {
                tokens.add(pair(s, signs.get(i + 1), 0));
            }
            for (Word w : segmenter.at(signs, i)) {
                // a pair of characters is there already
                if (w.signs() > 2 || !pair(signs, i)) {
                    tokens.add(
                            new Token(w.text(), s.from(), signs.get(w.to() - 1).to(), 0));
                }
            }
        }
        return tokens;
    }

    /** For phrases: pairs of characters, which are rarer than single ones, and what stands alone. */
    List<Token> phrase(String folded) {
        List<Sign> signs = Spellings.one(folded, Signs.of(folded));
        List<Token> tokens = new ArrayList<>(signs.size());
        int at = -1;
        for (int i = 0; i < signs.size(); i++) {
            Sign s = signs.get(i);
            if (pair(signs, i)) {
                tokens.add(pair(s, signs.get(i + 1), i - at));
                at = i;
            } else if (!s.han() || i == 0 || !pair(signs, i - 1)) {
                tokens.add(new Token(s.text(), s.from(), s.to(), i - at));
                at = i;
            }
        }
        return tokens;
    }

    /** For typed words: the likeliest words with their synonyms, pairs of characters where no words are known; no stop words beside others. */
    List<Token> words(String folded) {
        List<Sign> signs = Spellings.known(folded, Spellings.one(folded, Signs.of(folded)), lexicon::term);
        List<Word> words = segmenter.cut(signs);
        boolean onlyStops = words.stream().allMatch(w -> lexicon.stops(w.text()));
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word w = words.get(i);
            Sign first = signs.get(w.from());
            if (lexicon.stops(w.text()) && !onlyStops) {
                continue;
            }
            if (unknown(words, signs, i)
                    && i + 1 < words.size()
                    && unknown(words, signs, i + 1)
                    && pair(signs, w.from())) {
                tokens.add(pair(first, signs.get(w.from() + 1), 1));
            } else if (!(unknown(words, signs, i)
                    && i > 0
                    && unknown(words, signs, i - 1)
                    && pair(signs, w.from() - 1))) {
                int to = signs.get(w.to() - 1).to();
                tokens.add(new Token(w.text(), first.from(), to, 1));
                synonyms.of(w.text()).forEach(other -> tokens.add(new Token(other, first.from(), to, 0)));
            }
        }
        return tokens;
    }

    /** The words of the field in a text, as they are written there, in their order. */
    List<String> terms(String text) {
        String folded = Characters.fold(text);
        List<Sign> signs = Signs.of(folded);
        return segmenter.cut(signs).stream()
                .filter(w -> lexicon.term(w.text()))
                .map(w -> text.substring(
                        signs.get(w.from()).from(), signs.get(w.to() - 1).to()))
                .distinct()
                .toList();
    }

    private boolean unknown(List<Word> words, List<Sign> signs, int i) {
        Word w = words.get(i);
        return w.signs() == 1 && signs.get(w.from()).han() && !lexicon.stops(w.text());
    }

    private static boolean pair(List<Sign> signs, int i) {
        return i + 1 < signs.size() && signs.get(i).han() && signs.get(i + 1).han();
    }

    private static Token pair(Sign one, Sign two, int advance) {
        return new Token(one.text() + two.text(), one.from(), two.to(), advance);
    }
}
