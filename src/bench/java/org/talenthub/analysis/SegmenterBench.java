package org.talenthub.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.talenthub.analysis.signs.Characters;
import org.talenthub.analysis.signs.Lists;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which segmenter: words found right (precision, recall and F1 over the words of {@code segmented.txt}), what that is worth in retrieval (plain BM25
 * over papers and job titles of the shared material, where it is there), and speed. {@code mvn -Pbench test -Dtest=SegmenterBench}.
 */
class SegmenterBench {

    private static final Path MATERIAL = Path.of(System.getProperty("hub.material", "../shared/material"));

    /** @param query null where texts and queries are cut alike */
    private record Candidate(
            String name,
            Function<String, List<String>> words,
            Function<String, List<String>> index,
            Function<String, List<String>> query) {

        static Candidate alike(String name, Function<String, List<String>> words) {
            return new Candidate(name, words, words, words);
        }
    }

    private static List<Candidate> candidates() {
        Segment hanlp = HanLP.newSegment().enableCustomDictionary(false);
        for (String line : Lists.lines("terms.txt")) {
            for (String term : line.split("\\s+", -1)) {
                CustomDictionary.add(term.toLowerCase(Locale.ROOT), "n 60");
            }
        }
        Segment taught = HanLP.newSegment().enableCustomDictionaryForcing(true);
        Tokens general = new Tokens(
                new Lexicon(Lists.lines("general.txt"), List.of(), Lists.lines("stopwords.txt")),
                new Synonyms(List.of()));
        Tokens unrelated = new Tokens(Lexicon.shipped(), new Synonyms(List.of()));
        Tokens ours = Tokens.shipped();
        return List.of(
                Candidate.alike("standard (characters)", lucene(new StandardAnalyzer())),
                new Candidate("characters and pairs", t -> pairs(t), t -> both(t), t -> pairs(t)),
                Candidate.alike("smartcn", lucene(new SmartChineseAnalyzer())),
                Candidate.alike("ICU", SegmenterBench::icu),
                Candidate.alike(
                        "HanLP", t -> hanlp.seg(t).stream().map(x -> x.word).toList()),
                Candidate.alike(
                        "HanLP, our terms",
                        t -> taught.seg(t).stream().map(x -> x.word).toList()),
                ours("ours, no terms", general, general),
                ours("ours", unrelated, unrelated),
                ours("ours, synonyms", unrelated, ours));
    }

    private static Candidate ours(String name, Tokens cut, Tokens ask) {
        return new Candidate(
                name,
                t -> texts(cut.words(Characters.fold(t))),
                t -> texts(cut.index(Characters.fold(t))),
                t -> Stream.concat(
                                texts(ask.words(Characters.fold(t))).stream(),
                                texts(ask.phrase(Characters.fold(t))).stream())
                        .distinct()
                        .toList());
    }

    private static List<String> texts(List<Tokens.Token> tokens) {
        return tokens.stream().map(Tokens.Token::text).toList();
    }

    private static List<String> both(String text) {
        return Stream.concat(lucene(new StandardAnalyzer()).apply(text).stream(), pairs(text).stream())
                .toList();
    }

    private static List<String> pairs(String text) {
        return texts(Tokens.shipped().phrase(Characters.fold(text)));
    }

    private static List<String> icu(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.CHINA);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(text.substring(from, to).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static Function<String, List<String>> lucene(Analyzer analyzer) {
        return text -> {
            List<String> words = new ArrayList<>();
            try (TokenStream stream = analyzer.tokenStream("f", text)) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    words.add(term.toString());
                }
                stream.end();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return words;
        };
    }

    @Test
    void compare() throws IOException {
        List<String> gold = Files.readAllLines(Path.of("src/bench/java/org/talenthub/analysis/segmented.txt")).stream()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .toList();
        System.out.printf(
                "%d lines; F1 of words; papers: MRR; titles: MAP; thousand characters a second%n", gold.size());
        Map<String, Double> f1 = new LinkedHashMap<>();
        Papers papers = Papers.load();
        Titles titles = Titles.load();
        for (Candidate c : candidates()) {
            f1.put(c.name(), f1(c, gold));
            System.out.printf(
                    "%-24s F1 %.3f  MRR %.3f  MAP %.3f  %,.0f%n",
                    c.name(), f1.get(c.name()), papers.mrr(c), titles.map(c), speed(c, gold));
        }
        assertThat(f1.get("ours")).isGreaterThan(f1.get("smartcn")).isGreaterThan(0.85);
    }

    private static double f1(Candidate c, List<String> gold) {
        int right = 0;
        int found = 0;
        int there = 0;
        for (String line : gold) {
            Set<String> expected = spans(List.of(line.toLowerCase(Locale.ROOT).split(" ", -1)));
            String text = line.replace(" ", "").toLowerCase(Locale.ROOT);
            List<String> words = new ArrayList<>();
            int at = 0;
            for (String w : c.words().apply(text)) {
                int from = text.indexOf(w.toLowerCase(Locale.ROOT), at);
                if (from > at) {
                    words.add(text.substring(at, from));
                }
                if (from >= 0) {
                    words.add(w);
                    at = from + w.length();
                }
            }
            if (at < text.length()) {
                words.add(text.substring(at));
            }
            Set<String> cut = spans(words);
            found += cut.size();
            there += expected.size();
            cut.retainAll(expected);
            right += cut.size();
        }
        return 2.0 * right / (found + there);
    }

    private static Set<String> spans(List<String> words) {
        Set<String> spans = new HashSet<>();
        int at = 0;
        for (String w : words) {
            spans.add(at + "-" + (at + w.length()));
            at += w.length();
        }
        return spans;
    }

    private static double speed(Candidate c, List<String> gold) {
        String text = String.join("，", gold).replace(" ", "");
        long characters = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2_000_000_000L) {
            c.index().apply(text);
            characters += text.length();
        }
        return characters * 1e6 / (System.nanoTime() - start);
    }

    /** Texts by BM25 over their tokens. */
    private static final class Ranking {

        private final List<Map<String, Integer>> texts = new ArrayList<>();
        private final Map<String, Integer> documents = new HashMap<>();
        private final List<Integer> lengths = new ArrayList<>();

        Ranking(List<String> all, Function<String, List<String>> cut) {
            for (String text : all) {
                List<String> tokens = cut.apply(text);
                Map<String, Integer> counts = new HashMap<>();
                tokens.forEach(t -> counts.merge(t, 1, Integer::sum));
                counts.keySet().forEach(t -> documents.merge(t, 1, Integer::sum));
                texts.add(counts);
                lengths.add(tokens.size());
            }
        }

        List<Integer> best(List<String> query) {
            double mean = lengths.stream().mapToInt(i -> i).average().orElse(1);
            double[] scores = new double[texts.size()];
            for (String t : query) {
                int n = documents.getOrDefault(t, 0);
                double idf = Math.log(1 + (texts.size() - n + 0.5) / (n + 0.5));
                for (int i = 0; i < scores.length && n > 0; i++) {
                    int count = texts.get(i).getOrDefault(t, 0);
                    scores[i] += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths.get(i) / mean));
                }
            }
            return Stream.iterate(0, i -> i + 1)
                    .limit(scores.length)
                    .sorted(Comparator.comparingDouble(i -> -scores[i]))
                    .toList();
        }
    }

    private record Papers(List<String> texts, List<String> keywords) {

        static Papers load() throws IOException {
            Papers papers = new Papers(new ArrayList<>(), new ArrayList<>());
            Path file = MATERIAL.resolve("csl-dev.jsonl");
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                JsonNode paper = JsonMapper.builder().build().readTree(line);
                papers.texts.add(text(paper.path("title")) + " " + text(paper.path("abstract")) + " "
                        + text(paper.path("abst")));
                JsonNode keywords = paper.path("keywords");
                papers.keywords.add(
                        keywords.isArray()
                                ? text(keywords.path(0))
                                : text(keywords).split("[_;；, ]")[0]);
            }
            return papers;
        }

        private static String text(JsonNode node) {
            return node.isString() ? node.stringValue() : "";
        }

        double mrr(Candidate c) {
            Ranking ranking = new Ranking(texts, c.index());
            double sum = 0;
            for (int i = 0; i < texts.size(); i++) {
                sum += 1.0 / (1 + ranking.best(c.query().apply(keywords.get(i))).indexOf(i));
            }
            return texts.isEmpty() ? Double.NaN : sum / texts.size();
        }
    }

    private record Titles(
            Map<String, String> queries, List<String> ids, List<String> texts, Map<String, Set<String>> relevant) {

        static Titles load() throws IOException {
            Titles t = new Titles(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
            Path at = MATERIAL.resolve("title-matching-zh");
            if (Files.isDirectory(at)) {
                rows(at.resolve("queries.tsv")).forEach(r -> t.queries.put(r[0], r[1]));
                rows(at.resolve("corpus.tsv")).forEach(r -> {
                    t.ids.add(r[0]);
                    t.texts.add(r[1]);
                });
                rows(at.resolve("qrels.tsv"))
                        .forEach(r -> t.relevant
                                .computeIfAbsent(r[0], q -> new HashSet<>())
                                .add(r[2]));
            }
            return t;
        }

        private static Stream<String[]> rows(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .filter(l -> !l.endsWith("jobtitle"))
                    .map(l -> l.split("[\\t ]", file.endsWith("qrels.tsv") ? 4 : 2));
        }

        double map(Candidate c) {
            Ranking ranking = new Ranking(texts, c.index());
            double sum = 0;
            for (Map.Entry<String, String> q : queries.entrySet()) {
                Set<String> right = relevant.getOrDefault(q.getKey(), Set.of());
                int rank = 0;
                int hits = 0;
                double precision = 0;
                for (int i : ranking.best(c.query().apply(q.getValue()))) {
                    if (texts.get(i).equals(q.getValue()) && !right.contains(ids.get(i))) {
                        continue;
                    }
                    rank++;
                    if (right.contains(ids.get(i))) {
                        hits++;
                        precision += (double) hits / rank;
                    }
                }
                sum += right.isEmpty() ? 0 : precision / right.size();
            }
            return queries.isEmpty() ? Double.NaN : sum / queries.size();
        }
    }
}
