package org.talenthub.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talenthub.analysis.Tokens.Token;
import org.talenthub.analysis.signs.Characters;
import org.talenthub.analysis.signs.Signs;

class TokensTests {

    private static final Tokens TOKENS = Tokens.shipped();

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    private static List<String> words(String typed) {
        return TOKENS.words(Characters.fold(typed)).stream()
                .filter(t -> t.advance() > 0)
                .map(Token::text)
                .toList();
    }

    private static List<String> index(String text) {
        return texts(TOKENS.index(Characters.fold(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"新能源", "智能网联汽车", "磷化铟", "揭榜挂帅", "光电子信息", "高级工程师", "3D打印", "博士后科研工作站", "垂直腔面发射激光器"})
    void termsOfTheFieldAreWords(String term) {
        assertThat(words(term)).hasSize(1);
        assertThat(index("从事" + term + "的研究")).contains(term.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "新能源汽车电池热管理工程师, 新能源汽车 电池 热管理 工程师",
        "磷化铟光芯片外延生长, 磷化铟 光芯片 外延生长",
        "揭榜挂帅项目负责人, 揭榜挂帅 项目 负责人",
        "武汉大学遥感科学教授, 武汉大学 遥感科学 教授",
        "5G通信射频工程师, 5g通信 射频 工程师",
        "C++开发和C#开发, c++ 开发 c# 开发",
        "8英寸SiC衬底, 8inch sic 衬底",
        "10.6 微米和28纳米, 106um 28nm",
        "3 kW激光, 3kw 激光",
        "Nd:YAG晶体, ndyag 晶体",
        "optical chip设计, opticalchip 设计",
        "ＧａＮ功率器件, gan 功率 器件",
        "半導體雷射, 半导体 雷射"
    })
    void aTypedTextIsCutIntoWords(String typed, String words) {
        assertThat(words(typed)).isEqualTo(List.of(words.split(" ")));
    }

    @Test
    void whatNoDictionaryKnowsIsPairs() {
        assertThat(words("翀赟昉")).containsExactly("翀赟", "赟昉");
        assertThat(index("翀赟昉")).containsExactly("翀", "翀赟", "赟", "赟昉", "昉");
    }

    @Test
    void stopWordsCountOnlyAlone() {
        assertThat(words("光芯片的工程师")).containsExactly("光芯片", "工程师");
        assertThat(words("的")).containsExactly("的");
    }

    @Test
    void synonymsStandAtTheSamePlaceAndOneWayOnesDoNotGoBack() {
        assertThat(texts(TOKENS.words("光芯片"))).contains("光芯片", "光子芯片", "光电子芯片");
        assertThat(texts(TOKENS.words("高工"))).contains("高级工程师");
        assertThat(texts(TOKENS.words("ai"))).containsExactlyInAnyOrder("ai", "人工智能");
        assertThat(texts(TOKENS.words("人工智能"))).contains("ai");
        assertThat(texts(TOKENS.words("程序员"))).contains("软件工程师");
        assertThat(texts(TOKENS.words("软件工程师"))).doesNotContain("程序员");
    }

    @Test
    void marksBelongToLettersOnlyWhereTheyEndThem() {
        assertThat(index("C++")).containsExactly("c++", "c");
        assertThat(index("ASP.NET")).containsExactly("asp", "aspnet", "net", "aspnet");
        assertThat(index(".NET")).containsExactly(".net", "net");
        assertThat(index("1+1")).containsExactly("1", "1");
        assertThat(index("MEMS、6G")).containsExactly("mems", "6g");
    }

    /** What is typed in one way is found where it is written in another. */
    @ParameterizedTest
    @CsvSource({
        "nodejs, Node.js 开发",
        "Node.js, nodejs",
        "wifi, Wi-Fi 模组",
        "Wi-Fi, WiFi",
        "typec, Type-C 接口",
        "tcpip, TCP/IP 协议",
        "TCP/IP, TCPIP",
        "unet, U-Net 分割",
        "GPT4, GPT-4",
        "ISO9001, ISO 9001 内审",
        "USB, USB3.0 控制器",
        "QAM, 16QAM",
        "28nm, 28纳米工艺",
        "10um, 10μm",
        "10微米, 10 μm",
        "10.6微米, 10.6μm",
        "0.13um, 0.13微米",
        "3千瓦, 3kW",
        "12 inch, 12英寸",
        "3.0, USB3.0",
        "yolo, YOLOv8",
        "v8, YOLOv8",
        "NdYAG, Nd:YAG",
        "峰, 峯",
        "岳, 嶽",
        "钟, 锺"
    })
    void spellingsOfOneThingAreOne(String typed, String text) {
        assertThat(index(text)).containsAll(texts(TOKENS.phrase(Characters.fold(typed))));
    }

    @Test
    void phrasesArePairsAtThePlacesOfTheirCharacters() {
        assertThat(TOKENS.phrase("inp激光器"))
                .extracting(Token::text, Token::advance)
                .containsExactly(tuple("inp", 1), tuple("激光", 1), tuple("光器", 1));
        assertThat(TOKENS.phrase("芯片a"))
                .extracting(Token::text, Token::advance)
                .containsExactly(tuple("芯片", 1), tuple("a", 2));
    }

    /** Whatever is folded, a token is where its characters stand in the original. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "從事半導體雷射與ＧａＮ器件的研發",
                "５Ｇ通信（６Ｇ）",
                "𠮷林𬭚测试C++、C#与.NET",
                "ﾊﾝｶｸ 光芯片\n硅光",
                "３D 打印，8英寸",
                "①②测Ⅳ",
                "Hans Müller 用 Node.js、TCP/IP、Wi-Fi 和 28 纳米",
                "🙂光芯片🙂"
            })
    void offsetsAreThoseOfTheOriginal(String text) throws IOException {
        for (Analyzer analyzer :
                List.of(new IndexAnalyzer().create(), new PhraseAnalyzer().create(), new WordsAnalyzer().create())) {
            List<String> wrong = new ArrayList<>();
            try (TokenStream stream = analyzer.tokenStream("f", text)) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                int last = 0;
                while (stream.incrementToken()) {
                    // Lucene refuses a document whose offsets go back
                    assertThat(offset.startOffset()).isGreaterThanOrEqualTo(last);
                    last = offset.startOffset();
                    String original = text.substring(offset.startOffset(), offset.endOffset());
                    String key = Signs.key(original);
                    if (!key.equals(term.toString())
                            && !key.startsWith(term.toString())
                            && !key.endsWith(term.toString())
                            && !term.toString().endsWith(key)
                            && !key.matches("\\d+\\p{IsHan}{2}")
                            && Synonyms.shipped().of(key).isEmpty()) {
                        wrong.add(original + " for " + term);
                    }
                }
                stream.end();
                assertThat(offset.endOffset()).isEqualTo(text.length());
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void everyWordOfTheSynonymsIsOneTokenOfTheTextsThatHaveIt() {
        for (String word : Synonyms.shipped().words()) {
            assertThat(index(word)).as(word).contains(word);
            assertThat(words(word)).as(word).containsExactly(word);
        }
    }

    @Test
    void aNameStrungTogetherIsNoWord() {
        assertThat(AnalysisPlugin.reads("光通信器件封装")).isTrue();
        assertThat(AnalysisPlugin.reads("律师")).isTrue();
        assertThat(AnalysisPlugin.reads("收银员")).as("no entry").isTrue();
        assertThat(AnalysisPlugin.reads("硫酸铜")).isTrue();
        assertThat(AnalysisPlugin.reads("GaN")).isTrue();
        assertThat(AnalysisPlugin.reads("测赟翀昉")).isFalse();
        assertThat(AnalysisPlugin.reads("归劼煊晙丁")).isFalse();
        assertThat(AnalysisPlugin.reads("")).isFalse();
    }
}
