package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.reference.chinese.Syllables;

/** People are found by their names however these are typed, on the real engine. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameSearchTests {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白"
            + "邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇区解查朴盖乐缪那冼逄";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂婷慧莹雪琳晶倩颖洁梅红云莉萍丹蓉璐瑶佳欣";
    private static final List<String> OTHERS = List.of(
            "尉迟恭",
            "万俟卨",
            "欧阳翀",
            "司马光华",
            "诸葛瑾瑜",
            "长孙无忌",
            "阿依努尔·买买提",
            "次仁卓玛",
            "乌云其其格",
            "迪丽热巴·迪力木拉提",
            "Hans Müller",
            "Marie Curie",
            "張偉豪");

    /** Questions of one request. */
    private static final int AT_ONCE = 50;

    @Autowired
    Searches searches;

    @Autowired
    Relay relay;

    private final List<String> names = new ArrayList<>();
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        Random random = new Random(7);
        for (int i = 0; i < SURNAMES.length(); i++) {
            char first = GIVEN.charAt(random.nextInt(GIVEN.length()));
            String second = i % 2 == 0 ? "" : Character.toString(GIVEN.charAt(random.nextInt(GIVEN.length())));
            names.add(SURNAMES.charAt(i) + "" + first + second);
        }
        names.addAll(OTHERS);
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(names.stream().map(NameSearchTests::person).toList(), 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private static PoolRows.Row person(String name) {
        return new PoolRows.Row(
                Ids.next(),
                "talent",
                null,
                name,
                "420100",
                null,
                null,
                null,
                null,
                "province",
                null,
                Map.of("name", name, "post", "工程师"));
    }

    private static SearchQuery query(String q) {
        return new SearchQuery(Kind.TALENT, q, Map.of(), "", 0, 100, null);
    }

    private SearchResult find(String q) {
        return searches.find(query(q), Sample.PROVINCE);
    }

    private static List<String> found(SearchResult r) {
        return r.items().stream().map(h -> h.record().name()).toList();
    }

    /** @param way from a name and its syllables to what is typed; null where that is no name typed so */
    private void everybody(String what, Function<Syllabled, @Nullable String> way) {
        List<Typed> tried = new ArrayList<>();
        for (String name : names) {
            for (String syllables : Pinyin.ofPerson(name).syllables()) {
                String typed = way.apply(new Syllabled(name, List.of(syllables.split(" "))));
                if (typed != null) {
                    tried.add(new Typed(name, typed));
                }
            }
        }
        List<String> missed = new ArrayList<>();
        for (int from = 0; from < tried.size(); from += AT_ONCE) {
            List<Typed> some = tried.subList(from, Math.min(tried.size(), from + AT_ONCE));
            List<Searches.Sample> found =
                    searches.samples(some.stream().map(t -> query(t.typed)).toList(), names.size(), Sample.PROVINCE);
            for (int i = 0; i < some.size(); i++) {
                Typed t = some.get(i);
                if (found.get(i).items().stream().noneMatch(r -> r.name().equals(t.name))) {
                    missed.add(t.name + " by " + t.typed);
                }
            }
        }
        assertThat(missed).as(what).isEmpty();
        assertThat(tried).as(what).hasSizeGreaterThanOrEqualTo(100);
    }

    private record Typed(String name, String typed) {}

    private record Syllabled(String name, List<String> syllables) {
        String all() {
            return String.join("", syllables);
        }

        boolean characters() {
            return name.length() == syllables.size();
        }
    }

    @Test
    void everybodyIsFoundByEachWay() {
        everybody("characters", n -> n.name());
        everybody("pinyin", Syllabled::all);
        everybody("pinyin with blanks", n -> String.join(" ", n.syllables()));
        everybody("initials", n -> initials(n.syllables()));
        everybody(
                "surname in pinyin",
                n -> n.characters() ? n.syllables().getFirst() + n.name().substring(1) : null);
        everybody(
                "given name in pinyin",
                n -> n.characters()
                        ? n.name().charAt(0)
                                + String.join(
                                        "",
                                        n.syllables().subList(1, n.syllables().size()))
                        : null);
        everybody(
                "surname and initials",
                n -> n.syllables().getFirst()
                        + initials(n.syllables().subList(1, n.syllables().size())));
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.forEach(s -> initials.append(s.charAt(0)));
        return initials.toString();
    }

    @Test
    void oneWrongKeyIsForgiven() {
        Random random = new Random(11);
        everybody("neighbours swapped", n -> {
            int at = 1 + random.nextInt(Math.max(1, n.all().length() - 2));
            return n.all().length() < 5
                    ? null
                    : n.all().substring(0, at)
                            + n.all().charAt(at + 1 < n.all().length() ? at + 1 : at)
                            + n.all().charAt(at)
                            + (at + 2 <= n.all().length() ? n.all().substring(at + 2) : "");
        });
        everybody(
                "a key that is no pinyin there",
                n -> n.all().length() < 5
                        ? null
                        : Stream.of("v", "i", "u", "b")
                                .map(key ->
                                        n.all().substring(0, 3) + key + n.all().substring(4))
                                .filter(typed -> !Syllables.complete(typed))
                                .findFirst()
                                .orElse(null));
    }

    @Test
    void theWholeNameComesBeforeAPartOfIt() {
        for (String name : List.of("尉迟恭", "Marie Curie")) {
            assertThat(found(find(Pinyin.ofPerson(name).full().getFirst())).getFirst())
                    .isEqualTo(name);
        }
        String two = names.getFirst();
        assertThat(found(find(Pinyin.ofPerson(two).full().getFirst())).getFirst())
                .isEqualTo(two);
        assertThat(found(find(two)).getFirst()).isEqualTo(two);
    }

    @Test
    void marksAreOnTheCharacters() {
        assertThat(find("ouyangc").items().getFirst().highlights()).containsEntry("name", List.of("<mark>欧阳翀</mark>"));
        assertThat(find("maimaiti").items().getFirst().highlights())
                .containsEntry("name", List.of("阿依努尔·<mark>买买提</mark>"));
        assertThat(find("ouyang翀").items().getFirst().highlights()).containsEntry("name", List.of("<mark>欧阳翀</mark>"));
        assertThat(find("yuchigogn").items().getFirst())
                .satisfies(h -> assertThat(h.highlights()).containsEntry("name", List.of("<mark>尉迟恭</mark>")))
                .satisfies(h -> assertThat(h.matched()).containsExactly("name"));
        assertThat(find("muller").items().getFirst().record().name()).isEqualTo("Hans Müller");
    }
}
